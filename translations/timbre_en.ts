<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Timbre</source>
        <translation>About Timbre</translation>
    </message>
    <message>
        <source>Timbre</source>
        <translation>Timbre</translation>
    </message>
    <message>
        <source>Shows who is there and tells others how you are. Speaks tim.</source>
        <translation>Shows who is there and tells others how you are. Speaks tim.</translation>
    </message>
    <message>
        <source>Free software under the MIT licence.</source>
        <translation>Free software under the MIT licence.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>AccountSettingsPage</name>
    <message>
        <source>Accounts &amp; connection</source>
        <translation>Accounts &amp; connection</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Nobody is signed in.</translation>
    </message>
    <message>
        <source>Its server runs inside this program; there is nothing to set.</source>
        <translation>Its server runs inside this program; there is nothing to set.</translation>
    </message>
    <message>
        <source>&amp;Servers</source>
        <translation>&amp;Servers</translation>
    </message>
    <message>
        <source>Several of one cluster are tried in this order, the one that worked last before the others.</source>
        <translation>Several of one cluster are tried in this order, the one that worked last before the others.</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Servers</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>&amp;Up</translation>
    </message>
    <message>
        <source>Move the server up</source>
        <translation>Move the server up</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>&amp;Down</translation>
    </message>
    <message>
        <source>Move the server down</source>
        <translation>Move the server down</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Remove</translation>
    </message>
    <message>
        <source>Remove the server</source>
        <translation>Remove the server</translation>
    </message>
    <message>
        <source>Address of another server</source>
        <translation>Address of another server</translation>
    </message>
    <message>
        <source>wss://tim2.example.org</source>
        <translation>wss://tim2.example.org</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>A&amp;dd</translation>
    </message>
    <message>
        <source>Add the server</source>
        <translation>Add the server</translation>
    </message>
    <message>
        <source>&amp;Compact encoding: saves data</source>
        <translation>&amp;Compact encoding: saves data</translation>
    </message>
    <message>
        <source>Compact encoding</source>
        <translation>Compact encoding</translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translation>&amp;Proxy</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Host of the proxy</source>
        <translation>Host of the proxy</translation>
    </message>
    <message>
        <source>proxy.example.org</source>
        <translation>proxy.example.org</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>Port of the proxy</translation>
    </message>
    <message>
        <source>Name at the proxy</source>
        <translation>Name at the proxy</translation>
    </message>
    <message>
        <source>Name, if it asks for one</source>
        <translation>Name, if it asks for one</translation>
    </message>
    <message>
        <source>Password at the proxy</source>
        <translation>Password at the proxy</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>The password is kept in the keychain of the desktop.</source>
        <translation>The password is kept in the keychain of the desktop.</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Forget</translation>
    </message>
    <message>
        <source>Forget the password</source>
        <translation>Forget the password</translation>
    </message>
    <message>
        <source>&amp;Trusted certificates</source>
        <translation>&amp;Trusted certificates</translation>
    </message>
    <message>
        <source>Those you compared and trusted yourself, in all accounts.</source>
        <translation>Those you compared and trusted yourself, in all accounts.</translation>
    </message>
    <message>
        <source>Trusted certificates</source>
        <translation>Trusted certificates</translation>
    </message>
    <message>
        <source>F&amp;orget</source>
        <translation>F&amp;orget</translation>
    </message>
    <message>
        <source>Forget the certificate</source>
        <translation>Forget the certificate</translation>
    </message>
</context>
<context>
    <name>AddContactDialog</name>
    <message>
        <source>Add contact</source>
        <translation>Add contact</translation>
    </message>
    <message>
        <source>They get your request and decide. You see each other’s status once they accept.</source>
        <translation>They get your request and decide. You see each other’s status once they accept.</translation>
    </message>
    <message>
        <source>&amp;Account or id</source>
        <translation>&amp;Account or id</translation>
    </message>
    <message>
        <source>Account or id</source>
        <translation>Account or id</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>&amp;Message</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>&amp;Name for you only (optional)</source>
        <translation>&amp;Name for you only (optional)</translation>
    </message>
    <message>
        <source>Name for you only</source>
        <translation>Name for you only</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Send request</source>
        <translation>Send request</translation>
    </message>
</context>
<context>
    <name>CertificatePanel</name>
    <message>
        <source>Fingerprint (SHA-256)</source>
        <translation>Fingerprint (SHA-256)</translation>
    </message>
    <message>
        <source>Fingerprint of the certificate</source>
        <translation>Fingerprint of the certificate</translation>
    </message>
    <message>
        <source>Trusted so far</source>
        <translation>Trusted so far</translation>
    </message>
    <message>
        <source>Fingerprint trusted so far</source>
        <translation>Fingerprint trusted so far</translation>
    </message>
    <message>
        <source>&amp;Trust</source>
        <translation>&amp;Trust</translation>
    </message>
    <message>
        <source>&amp;Don’t connect</source>
        <translation>&amp;Don’t connect</translation>
    </message>
</context>
<context>
    <name>ConfirmBar</name>
    <message>
        <source>Also block</source>
        <translation>Also block</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ConnectionStrip</name>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Stay signed out</source>
        <translation>Stay signed out</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Shows the technical reason</source>
        <translation>Shows the technical reason</translation>
    </message>
</context>
<context>
    <name>ContactCard</name>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Back to contacts</source>
        <translation>Back to contacts</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Name for this contact</source>
        <translation>Name for this contact</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Copy the account id</source>
        <translation>Copy the account id</translation>
    </message>
    <message>
        <source>Calls itself</source>
        <translation>Calls itself</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>Last heard</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Pin</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Remove…</translation>
    </message>
    <message>
        <source>Block…</source>
        <translation>Block…</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groups</translation>
    </message>
    <message>
        <source>What they saw of me…</source>
        <translation>What they saw of me…</translation>
    </message>
</context>
<context>
    <name>ConversationPane</name>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Back to contacts</source>
        <translation>Back to contacts</translation>
    </message>
    <message>
        <source>Show the contact card</source>
        <translation>Show the contact card</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Send and stay visible to them</source>
        <translation>Send and stay visible to them</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>DigestPanel</name>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Close what happened meanwhile</source>
        <translation>Close what happened meanwhile</translation>
    </message>
</context>
<context>
    <name>EndDialog</name>
    <message>
        <source>Clear status</source>
        <translation>Clear status</translation>
    </message>
    <message>
        <source>Your status goes back to the one before &amp;at</source>
        <translation>Your status goes back to the one before &amp;at</translation>
    </message>
    <message>
        <source>Day and time</source>
        <translation>Day and time</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Set end</source>
        <translation>Set end</translation>
    </message>
</context>
<context>
    <name>FirstRunWindow</name>
    <message>
        <source>Timbre</source>
        <translation>Timbre</translation>
    </message>
    <message>
        <source>Welcome to Timbre</source>
        <translation>Welcome to Timbre</translation>
    </message>
    <message>
        <source>Show how you are. See who is there.</source>
        <translation>Show how you are. See who is there.</translation>
    </message>
    <message>
        <source>Ser&amp;ver address</source>
        <translation>Ser&amp;ver address</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Server address</translation>
    </message>
    <message>
        <source>wss://chat.example.org</source>
        <translation>wss://chat.example.org</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Password</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Start as</source>
        <translation>Start as</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>&amp;Compact encoding (saves data)</source>
        <translation>&amp;Compact encoding (saves data)</translation>
    </message>
    <message>
        <source>Compact encoding</source>
        <translation>Compact encoding</translation>
    </message>
    <message>
        <source>&amp;Remember the password in this desktop&apos;s keychain</source>
        <translation>&amp;Remember the password in this desktop&apos;s keychain</translation>
    </message>
    <message>
        <source>Remember the password</source>
        <translation>Remember the password</translation>
    </message>
</context>
<context>
    <name>LedgerDialog</name>
    <message>
        <source>Who saw what of me</source>
        <translation>Who saw what of me</translation>
    </message>
    <message>
        <source>&amp;Contact</source>
        <translation>&amp;Contact</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>What contacts were told</source>
        <translation>What contacts were told</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Timbre</source>
        <translation>Timbre</translation>
    </message>
    <message>
        <source>Add contact…</source>
        <translation>Add contact…</translation>
    </message>
    <message>
        <source>Show my account</source>
        <translation>Show my account</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Like the system</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>By status</source>
        <translation>By status</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>By name</translation>
    </message>
    <message>
        <source>About Timbre</source>
        <translation>About Timbre</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Find a contact</source>
        <translation>Find a contact</translation>
    </message>
    <message>
        <source>Jump to a contact</source>
        <translation>Jump to a contact</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Who saw what of me…</source>
        <translation>Who saw what of me…</translation>
    </message>
    <message>
        <source>By recent activity</source>
        <translation>By recent activity</translation>
    </message>
    <message>
        <source>In groups</source>
        <translation>In groups</translation>
    </message>
    <message>
        <source>Tell changes to screen readers</source>
        <translation>Tell changes to screen readers</translation>
    </message>
</context>
<context>
    <name>MoodEditor</name>
    <message>
        <source>What are you up to?</source>
        <translation>What are you up to?</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Mood</translation>
    </message>
    <message>
        <source>Enter sets your mood, Escape leaves it as it was</source>
        <translation>Enter sets your mood, Escape leaves it as it was</translation>
    </message>
</context>
<context>
    <name>MoodPresets</name>
    <message>
        <source>Happy</source>
        <comment>mood</comment>
        <translation>Happy</translation>
    </message>
    <message>
        <source>Lunch</source>
        <comment>mood</comment>
        <translation>Lunch</translation>
    </message>
    <message>
        <source>In a meeting</source>
        <comment>mood</comment>
        <translation>In a meeting</translation>
    </message>
    <message>
        <source>Focusing</source>
        <comment>mood</comment>
        <translation>Focusing</translation>
    </message>
    <message>
        <source>Out for a run</source>
        <comment>mood</comment>
        <translation>Out for a run</translation>
    </message>
    <message>
        <source>Sick</source>
        <comment>mood</comment>
        <translation>Sick</translation>
    </message>
    <message>
        <source>On holiday</source>
        <comment>mood</comment>
        <translation>On holiday</translation>
    </message>
    <message>
        <source>Dazed</source>
        <comment>mood</comment>
        <translation>Dazed</translation>
    </message>
    <message>
        <source>Angry</source>
        <comment>mood</comment>
        <translation>Angry</translation>
    </message>
    <message>
        <source>Sad</source>
        <comment>mood</comment>
        <translation>Sad</translation>
    </message>
    <message>
        <source>Panicked</source>
        <comment>mood</comment>
        <translation>Panicked</translation>
    </message>
    <message>
        <source>Ill</source>
        <comment>mood</comment>
        <translation>Ill</translation>
    </message>
    <message>
        <source>Sleepy</source>
        <comment>mood</comment>
        <translation>Sleepy</translation>
    </message>
    <message>
        <source>Sport</source>
        <comment>mood</comment>
        <translation>Sport</translation>
    </message>
    <message>
        <source>Secret</source>
        <comment>mood</comment>
        <translation>Secret</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Close this notice</translation>
    </message>
</context>
<context>
    <name>OwnCard</name>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Back to contacts</source>
        <translation>Back to contacts</translation>
    </message>
    <message>
        <source>My status</source>
        <translation>My status</translation>
    </message>
    <message>
        <source>Quick moods</source>
        <translation>Quick moods</translation>
    </message>
    <message>
        <source>Your account id</source>
        <translation>Your account id</translation>
    </message>
    <message>
        <source>Copy your account id</source>
        <translation>Copy your account id</translation>
    </message>
    <message>
        <source>Give it to people on the same server so that they can add you.</source>
        <translation>Give it to people on the same server so that they can add you.</translation>
    </message>
    <message>
        <source>Today’s plan</source>
        <translation>Today’s plan</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>Plan for today</source>
        <translation>Plan for today</translation>
    </message>
    <message>
        <source>Parts of the plan</source>
        <translation>Parts of the plan</translation>
    </message>
    <message>
        <source>&amp;Add a part</source>
        <translation>&amp;Add a part</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Remove</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;From</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>&amp;to</translation>
    </message>
    <message>
        <source>To</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Mood (empty: yours stays)</source>
        <translation>Mood (empty: yours stays)</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Mood</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>RequestCard</name>
    <message>
        <source>Accept</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Decline</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
</context>
<context>
    <name>RequestsPanel</name>
    <message>
        <source>Requests</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>Decline all…</source>
        <translation>Decline all…</translation>
    </message>
</context>
<context>
    <name>RosterPanel</name>
    <message>
        <source>Search contacts</source>
        <translation>Search contacts</translation>
    </message>
    <message>
        <source>Contacts changed places; the list stands still while you use it. Click to sort it now.</source>
        <translation>Contacts changed places; the list stands still while you use it. Click to sort it now.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Show all contacts</source>
        <translation>Show all contacts</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Show contacts who are online</source>
        <translation>Show contacts who are online</translation>
    </message>
    <message>
        <source>Show my account</source>
        <translation>Show my account</translation>
    </message>
    <message>
        <source>Reachable</source>
        <translation>Reachable</translation>
    </message>
    <message>
        <source>Show contacts who are free to chat</source>
        <translation>Show contacts who are free to chat</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Unread</translation>
    </message>
    <message>
        <source>Show contacts with unread messages</source>
        <translation>Show contacts with unread messages</translation>
    </message>
</context>
<context>
    <name>ScheduleDialog</name>
    <message>
        <source>Weekly schedule</source>
        <translation>Weekly schedule</translation>
    </message>
    <message>
        <source>Lines of the schedule</source>
        <translation>Lines of the schedule</translation>
    </message>
    <message>
        <source>&amp;Add a line</source>
        <translation>&amp;Add a line</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Remove</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;From</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>&amp;to</translation>
    </message>
    <message>
        <source>To</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Mood (empty: yours stays)</source>
        <translation>Mood (empty: yours stays)</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Mood</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Pages of the settings</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>&amp;Start Timbre when I log in</source>
        <translation>&amp;Start Timbre when I log in</translation>
    </message>
    <message>
        <source>It starts without a window: in the tray, or minimised where there is none.</source>
        <translation>It starts without a window: in the tray, or minimised where there is none.</translation>
    </message>
    <message>
        <source>&amp;Keep running when the window is closed</source>
        <translation>&amp;Keep running when the window is closed</translation>
    </message>
    <message>
        <source>In the tray, where there is one. Your contacts go on seeing you.</source>
        <translation>In the tray, where there is one. Your contacts go on seeing you.</translation>
    </message>
    <message>
        <source>Remember when contacts were &amp;last here</source>
        <translation>Remember when contacts were &amp;last here</translation>
    </message>
    <message>
        <source>Only on this computer; nobody is told.</source>
        <translation>Only on this computer; nobody is told.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>&amp;Away after</source>
        <translation>&amp;Away after</translation>
    </message>
    <message>
        <source>Minutes without a touch until Away</source>
        <translation>Minutes without a touch until Away</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>never</source>
        <translation>never</translation>
    </message>
    <message>
        <source>without a touch</source>
        <translation>without a touch</translation>
    </message>
    <message>
        <source>Away when this computer is &amp;locked or asleep</source>
        <translation>Away when this computer is &amp;locked or asleep</translation>
    </message>
    <message>
        <source>&amp;Busy while the desktop keeps notifications quiet</source>
        <translation>&amp;Busy while the desktop keeps notifications quiet</translation>
    </message>
    <message>
        <source>Only in the place of Chat; what you pick yourself stays.</source>
        <translation>Only in the place of Chat; what you pick yourself stays.</translation>
    </message>
    <message>
        <source>Remember &amp;moods I have used</source>
        <translation>Remember &amp;moods I have used</translation>
    </message>
    <message>
        <source>The same status in &amp;all accounts</source>
        <translation>The same status in &amp;all accounts</translation>
    </message>
    <message>
        <source>What you pick in one is picked in the others too.</source>
        <translation>What you pick in one is picked in the others too.</translation>
    </message>
    <message>
        <source>Strict &amp;invisible</source>
        <translation>Strict &amp;invisible</translation>
    </message>
    <message>
        <source>While Invisible, nothing at all is sent to anybody but those you allow: no answers, no receipts. The line is closed for a moment first, so that every client sees you leave. Without it your contacts also see you offline, but a client that asks can find out that you are there.</source>
        <translation>While Invisible, nothing at all is sent to anybody but those you allow: no answers, no receipts. The line is closed for a moment first, so that every client sees you leave. Without it your contacts also see you offline, but a client that asks can find out that you are there.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Tell me about new &amp;messages</source>
        <translation>Tell me about new &amp;messages</translation>
    </message>
    <message>
        <source>Show what they &amp;say</source>
        <translation>Show what they &amp;say</translation>
    </message>
    <message>
        <source>Otherwise only who wrote.</source>
        <translation>Otherwise only who wrote.</translation>
    </message>
    <message>
        <source>Tell me about contact &amp;requests</source>
        <translation>Tell me about contact &amp;requests</translation>
    </message>
    <message>
        <source>Play &amp;sounds</source>
        <translation>Play &amp;sounds</translation>
    </message>
    <message>
        <source>Those of the desktop, never while you are Busy.</source>
        <translation>Those of the desktop, never while you are Busy.</translation>
    </message>
    <message>
        <source>Who is &amp;insistent is heard while I am Busy</source>
        <translation>Who is &amp;insistent is heard while I am Busy</translation>
    </message>
    <message>
        <source>Whoever writes three times within five minutes.</source>
        <translation>Whoever writes three times within five minutes.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>As the &amp;desktop</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Light</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dark</translation>
    </message>
    <message>
        <source>&amp;Compact rows in the contact list</source>
        <translation>&amp;Compact rows in the contact list</translation>
    </message>
    <message>
        <source>&amp;High-contrast status shapes</source>
        <translation>&amp;High-contrast status shapes</translation>
    </message>
    <message>
        <source>Larger, told apart by form alone.</source>
        <translation>Larger, told apart by form alone.</translation>
    </message>
    <message>
        <source>&amp;Reduced motion</source>
        <translation>&amp;Reduced motion</translation>
    </message>
    <message>
        <source>Nothing slides or fades.</source>
        <translation>Nothing slides or fades.</translation>
    </message>
    <message>
        <source>&amp;Announce changes to screen readers</source>
        <translation>&amp;Announce changes to screen readers</translation>
    </message>
    <message>
        <source>Many at once become one sentence.</source>
        <translation>Many at once become one sentence.</translation>
    </message>
</context>
<context>
    <name>StartupProblemWindow</name>
    <message>
        <source>Timbre</source>
        <translation>Timbre</translation>
    </message>
    <message>
        <source>Timbre cannot start yet</source>
        <translation>Timbre cannot start yet</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>What is wrong</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>StatusHeader</name>
    <message>
        <source>Change your status</source>
        <translation>Change your status</translation>
    </message>
    <message>
        <source>Add contact</source>
        <translation>Add contact</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Takes your last change back (Ctrl+Z)</source>
        <translation>Takes your last change back (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Undo the change of my status</source>
        <translation>Undo the change of my status</translation>
    </message>
</context>
<context>
    <name>VisibilityDialog</name>
    <message>
        <source>Who sees what</source>
        <translation>Who sees what</translation>
    </message>
    <message>
        <source>Show me &amp;as</source>
        <translation>Show me &amp;as</translation>
    </message>
    <message>
        <source>The first line that fits a contact holds. A state that is not your own goes without your mood.</source>
        <translation>The first line that fits a contact holds. A state that is not your own goes without your mood.</translation>
    </message>
    <message>
        <source>Rules, the strongest first</source>
        <translation>Rules, the strongest first</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>Shown as</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Remove</translation>
    </message>
    <message>
        <source>Group or contact for a new rule</source>
        <translation>Group or contact for a new rule</translation>
    </message>
    <message>
        <source>A&amp;dd a rule</source>
        <translation>A&amp;dd a rule</translation>
    </message>
    <message>
        <source>&amp;May see me while I am invisible</source>
        <translation>&amp;May see me while I am invisible</translation>
    </message>
    <message>
        <source>Contacts that may see me while I am invisible</source>
        <translation>Contacts that may see me while I am invisible</translation>
    </message>
    <message>
        <source>&amp;Strictly: nobody else can tell</source>
        <translation>&amp;Strictly: nobody else can tell</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%1 Next try in %n s.</source>
        <extracomment>%1 is a whole sentence, &quot;The connection was lost.&quot;</extracomment>
        <translation>
            <numerusform>%1 Next try in %n s.</numerusform>
            <numerusform>%1 Next try in %n s.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>Not connected.</translation>
    </message>
    <message>
        <source>No server is known by this name, or this computer is offline.</source>
        <translation>No server is known by this name, or this computer is offline.</translation>
    </message>
    <message>
        <source>Nobody listens at this address.</source>
        <translation>Nobody listens at this address.</translation>
    </message>
    <message>
        <source>The server does not answer.</source>
        <translation>The server does not answer.</translation>
    </message>
    <message>
        <source>What answers at this address is not a tim server.</source>
        <translation>What answers at this address is not a tim server.</translation>
    </message>
    <message>
        <source>The server did not answer the sign-in in time.</source>
        <translation>The server did not answer the sign-in in time.</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>The connection was lost.</translation>
    </message>
    <message>
        <source>The server closed the connection.</source>
        <translation>The server closed the connection.</translation>
    </message>
    <message>
        <source>The certificate of the server cannot be trusted.</source>
        <translation>The certificate of the server cannot be trusted.</translation>
    </message>
    <message>
        <source>The server sent something Timbre cannot read.</source>
        <translation>The server sent something Timbre cannot read.</translation>
    </message>
    <message>
        <source>Name or password is wrong.</source>
        <translation>Name or password is wrong.</translation>
    </message>
    <message>
        <source>Your sign-in has expired.</source>
        <translation>Your sign-in has expired.</translation>
    </message>
    <message>
        <source>You are signed in on another device.</source>
        <translation>You are signed in on another device.</translation>
    </message>
    <message>
        <source>The server ended your session.</source>
        <translation>The server ended your session.</translation>
    </message>
    <message>
        <source>Too many devices are signed in.</source>
        <translation>Too many devices are signed in.</translation>
    </message>
    <message>
        <source>The server refused the sign-in.</source>
        <translation>The server refused the sign-in.</translation>
    </message>
    <message>
        <source>This is not an address of a tim server.</source>
        <translation>This is not an address of a tim server.</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>You are signed out.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation>Reconnecting…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Signing in…</translation>
    </message>
    <message>
        <source>Fetching your contacts…</source>
        <translation>Fetching your contacts…</translation>
    </message>
    <message>
        <source>You are not connected. Try again when the line is back.</source>
        <translation>You are not connected. Try again when the line is back.</translation>
    </message>
    <message>
        <source>The server did not answer. Please try again.</source>
        <translation>The server did not answer. Please try again.</translation>
    </message>
    <message>
        <source>There is no account %1 on this server.</source>
        <translation>There is no account %1 on this server.</translation>
    </message>
    <message>
        <source>This is your own account.</source>
        <translation>This is your own account.</translation>
    </message>
    <message>
        <source>%1 does not accept requests from you.</source>
        <translation>%1 does not accept requests from you.</translation>
    </message>
    <message>
        <source>%1 is already in your contacts.</source>
        <translation>%1 is already in your contacts.</translation>
    </message>
    <message>
        <source>The server could not do this. Please try again later.</source>
        <translation>The server could not do this. Please try again later.</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>just now</translation>
    </message>
    <message>
        <source>today %1</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation>today %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation>yesterday %1</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <extracomment>a date without its year, as QDate::toString() takes it</extracomment>
        <translation>d MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <extracomment>a date, as QDate::toString() takes it</extracomment>
        <translation>d MMMM yyyy</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message>
        <source>Don’t clear</source>
        <translation>Don’t clear</translation>
    </message>
    <message>
        <source>30 minutes</source>
        <translation>30 minutes</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 hour</translation>
    </message>
    <message>
        <source>4 hours</source>
        <translation>4 hours</translation>
    </message>
    <message>
        <source>Today</source>
        <comment>clear after</comment>
        <translation>Today</translation>
    </message>
    <message>
        <source>This week</source>
        <comment>clear after</comment>
        <translation>This week</translation>
    </message>
    <message>
        <source>until %1</source>
        <extracomment>%1 is a time, a day of the week or a date: &quot;until 15:00&quot;, &quot;until Friday&quot;, &quot;until 20 March&quot;</extracomment>
        <translation>until %1</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <extracomment>%1 is a state, %2 a time, a day of the week or a date: &quot;Busy until 15:00&quot;, &quot;Away until Friday&quot;</extracomment>
        <translation>%1 until %2</translation>
    </message>
    <message>
        <source>locked since %1</source>
        <translation>locked since %1</translation>
    </message>
    <message>
        <source>idle since %1</source>
        <translation>idle since %1</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <comment>clear after</comment>
        <translation>Tomorrow morning</translation>
    </message>
    <message>
        <source>Going invisible: signing in again without telling anyone.</source>
        <translation>Going invisible: signing in again without telling anyone.</translation>
    </message>
    <message>
        <source>The proxy cannot be reached. See Settings, Accounts &amp; connection.</source>
        <translation>The proxy cannot be reached. See Settings, Accounts &amp; connection.</translation>
    </message>
    <message>
        <source>The proxy wants a name and a password, or others than these.</source>
        <translation>The proxy wants a name and a password, or others than these.</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <extracomment>%1 is &quot;Busy until 15:00&quot;, %2 a state</extracomment>
        <translation>%1, then %2</translation>
    </message>
    <message>
        <source>Changes too often; shown again at %1</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation>Changes too often; shown again at %1</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline, left %1</source>
        <extracomment>%1 is a time, &quot;14:02&quot; or &quot;yesterday 18:40&quot;</extracomment>
        <translation>Offline, left %1</translation>
    </message>
    <message>
        <source>Offline, last seen %1</source>
        <extracomment>%1 is &quot;5 minutes ago&quot;, &quot;yesterday 18:40&quot;</extracomment>
        <translation>Offline, last seen %1</translation>
    </message>
    <message>
        <source>No status, last seen %1</source>
        <translation>No status, last seen %1</translation>
    </message>
    <message>
        <source>No status received yet</source>
        <translation>No status received yet</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <extracomment>%1 is a state, %2 a time: &quot;Busy, as of 14:05&quot;</extracomment>
        <translation>%1, as of %2</translation>
    </message>
</context>
<context>
    <name>timbre::app::Application</name>
    <message>
        <source>Timbre is not signed in yet.</source>
        <translation>Timbre is not signed in yet.</translation>
    </message>
    <message>
        <source>The password was not saved; Timbre will ask for it at the next start.</source>
        <translation>The password was not saved; Timbre will ask for it at the next start.</translation>
    </message>
</context>
<context>
    <name>timbre::app::NoticeCenter</name>
    <message numerus="yes">
        <source>%n message(s) %1</source>
        <extracomment>%1 is &quot;from 3 people&quot;</extracomment>
        <translation>
            <numerusform>%n message %1</numerusform>
            <numerusform>%n messages %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n people</source>
        <translation>
            <numerusform>from one person</numerusform>
            <numerusform>from %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact request(s)</source>
        <translation>
            <numerusform>%n contact request</numerusform>
            <numerusform>%n contact requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) you wait for</source>
        <translation>
            <numerusform>%n contact you wait for</numerusform>
            <numerusform>%n contacts you wait for</numerusform>
        </translation>
    </message>
    <message>
        <source>While you were busy</source>
        <translation>While you were busy</translation>
    </message>
    <message>
        <source>New in Timbre</source>
        <translation>New in Timbre</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n new)</source>
        <extracomment>%1 is a name</extracomment>
        <translation>
            <numerusform>%1 (%n new)</numerusform>
            <numerusform>%1 (%n new)</numerusform>
        </translation>
    </message>
    <message>
        <source>You have a new message.</source>
        <translation>You have a new message.</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>Reply to %1</translation>
    </message>
    <message>
        <source>%1 wants to be your contact</source>
        <translation>%1 wants to be your contact</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Decline</translation>
    </message>
    <message>
        <source>%1 is free to chat</source>
        <translation>%1 is free to chat</translation>
    </message>
    <message>
        <source>%1 is online</source>
        <translation>%1 is online</translation>
    </message>
    <message>
        <source>%1 is not signed in</source>
        <extracomment>%1 is an account</extracomment>
        <translation>%1 is not signed in</translation>
    </message>
</context>
<context>
    <name>timbre::app::SignInFlow</name>
    <message>
        <source>This account is signed in already.</source>
        <translation>This account is signed in already.</translation>
    </message>
    <message>
        <source>Starting the server of this computer…</source>
        <translation>Starting the server of this computer…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Signing in…</translation>
    </message>
    <message>
        <source>Creating the account…</source>
        <translation>Creating the account…</translation>
    </message>
</context>
<context>
    <name>timbre::app::Words</name>
    <message>
        <source>The folder %1 cannot be written. Choose another one with --profile.</source>
        <translation>The folder %1 cannot be written. Choose another one with --profile.</translation>
    </message>
    <message>
        <source>Another Timbre is already running with the data in %1. Use that window, or start this one with --profile and another folder.</source>
        <translation>Another Timbre is already running with the data in %1. Use that window, or start this one with --profile and another folder.</translation>
    </message>
    <message>
        <source>The saved contacts and settings could not be read. They were set aside as %1; try again to start with fresh ones. Your contacts come back from the server.</source>
        <translation>The saved contacts and settings could not be read. They were set aside as %1; try again to start with fresh ones. Your contacts come back from the server.</translation>
    </message>
    <message>
        <source>The data in %1 was written by a newer Timbre. Please start that one; nothing was changed.</source>
        <translation>The data in %1 was written by a newer Timbre. Please start that one; nothing was changed.</translation>
    </message>
    <message>
        <source>The disk is full. Timbre keeps working, but what changes now is not saved in %1 until there is room.</source>
        <translation>The disk is full. Timbre keeps working, but what changes now is not saved in %1 until there is room.</translation>
    </message>
    <message>
        <source>Another program already uses %1.</source>
        <translation>Another program already uses %1.</translation>
    </message>
    <message>
        <source>This computer has no address %1 to listen on.</source>
        <translation>This computer has no address %1 to listen on.</translation>
    </message>
    <message>
        <source>The server&apos;s data folder %1 cannot be written.</source>
        <translation>The server&apos;s data folder %1 cannot be written.</translation>
    </message>
    <message>
        <source>Another server already uses the data in %1.</source>
        <translation>Another server already uses the data in %1.</translation>
    </message>
    <message>
        <source>The server&apos;s database %1 is damaged. Nothing was changed; restore a copy of it, or move it away to start afresh.</source>
        <translation>The server&apos;s database %1 is damaged. Nothing was changed; restore a copy of it, or move it away to start afresh.</translation>
    </message>
    <message>
        <source>The server&apos;s database %1 was written by a newer Timbre.</source>
        <translation>The server&apos;s database %1 was written by a newer Timbre.</translation>
    </message>
    <message>
        <source>This name is taken on that server. Choose another one, or sign in.</source>
        <translation>This name is taken on that server. Choose another one, or sign in.</translation>
    </message>
    <message>
        <source>Name and password do not fit together.</source>
        <translation>Name and password do not fit together.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Check the address and your connection.</source>
        <translation>The server cannot be reached. Check the address and your connection.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>The server did not answer in time.</translation>
    </message>
    <message>
        <source>The server refused this password; it takes only short ones. Try one of at most 12 characters.</source>
        <translation>The server refused this password; it takes only short ones. Try one of at most 12 characters.</translation>
    </message>
    <message>
        <source>This is not the address of a server.</source>
        <translation>This is not the address of a server.</translation>
    </message>
    <message>
        <source>There is a server at this address, but it does not speak tim.</source>
        <translation>There is a server at this address, but it does not speak tim.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted, so nothing was sent.</source>
        <translation>The server&apos;s certificate is not trusted, so nothing was sent.</translation>
    </message>
    <message>
        <source>The server refused (code %1).</source>
        <translation>The server refused (code %1).</translation>
    </message>
    <message>
        <source>Please type the server&apos;s address.</source>
        <translation>Please type the server&apos;s address.</translation>
    </message>
    <message>
        <source>This is no address. It looks like im.example.org or wss://im.example.org:20003.</source>
        <translation>This is no address. It looks like im.example.org or wss://im.example.org:20003.</translation>
    </message>
    <message>
        <source>The address starts with wss:// or ws://.</source>
        <translation>The address starts with wss:// or ws://.</translation>
    </message>
    <message>
        <source>Leave name and password out of the address.</source>
        <translation>Leave name and password out of the address.</translation>
    </message>
    <message>
        <source>Leave out what follows the server&apos;s name; tim always answers at /tim.</source>
        <translation>Leave out what follows the server&apos;s name; tim always answers at /tim.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate cannot be used: %1.</source>
        <translation>The server&apos;s certificate cannot be used: %1.</translation>
    </message>
    <message>
        <source>The keychain has no password for this account. Please type it.</source>
        <translation>The keychain has no password for this account. Please type it.</translation>
    </message>
    <message>
        <source>This desktop has no keychain that runs, so the password must be typed each time.</source>
        <translation>This desktop has no keychain that runs, so the password must be typed each time.</translation>
    </message>
    <message>
        <source>The keychain is locked and did not give the password. Please type it.</source>
        <translation>The keychain is locked and did not give the password. Please type it.</translation>
    </message>
    <message>
        <source>The keychain did not answer in time. Please type the password.</source>
        <translation>The keychain did not answer in time. Please type the password.</translation>
    </message>
    <message>
        <source>The keychain does not work as it should. Please type the password.</source>
        <translation>The keychain does not work as it should. Please type the password.</translation>
    </message>
</context>
<context>
    <name>timbre::gui::AboutDialog</name>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
</context>
<context>
    <name>timbre::gui::AccountSettingsPage</name>
    <message>
        <source>%1  %2</source>
        <extracomment>%1 is host:port, %2 a fingerprint</extracomment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>An address begins with wss:// or ws://.</source>
        <translation>An address begins with wss:// or ws://.</translation>
    </message>
    <message>
        <source>Encrypted: nobody on the way can read along.</source>
        <translation>Encrypted: nobody on the way can read along.</translation>
    </message>
    <message>
        <source>Not encrypted, but it does not leave this computer.</source>
        <translation>Not encrypted, but it does not leave this computer.</translation>
    </message>
    <message>
        <source>Not encrypted: others on the network can read everything, your password too.</source>
        <translation>Not encrypted: others on the network can read everything, your password too.</translation>
    </message>
    <message>
        <source>As the desktop says</source>
        <translation>As the desktop says</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>SOCKS5</source>
        <translation>SOCKS5</translation>
    </message>
    <message>
        <source>HTTP (CONNECT)</source>
        <translation>HTTP (CONNECT)</translation>
    </message>
    <message>
        <source>Kept in the keychain of the desktop.</source>
        <translation>Kept in the keychain of the desktop.</translation>
    </message>
    <message>
        <source>Not kept; Timbre asks for it at the next start.</source>
        <translation>Not kept; Timbre asks for it at the next start.</translation>
    </message>
    <message>
        <source>This is not an address. It looks like wss://chat.example.org.</source>
        <translation>This is not an address. It looks like wss://chat.example.org.</translation>
    </message>
    <message>
        <source>That is one too many.</source>
        <translation>That is one too many.</translation>
    </message>
</context>
<context>
    <name>timbre::gui::AccountsMenu</name>
    <message>
        <source>Accounts</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>Add account…</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is an account, %2 what it is: &quot;alice, Busy&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source> · %n unread</source>
        <extracomment>after an account and its status</extracomment>
        <translation>
            <numerusform> · %n unread</numerusform>
            <numerusform> · %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timbre::gui::AddContactDialog</name>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>%n character left</numerusform>
            <numerusform>%n characters left</numerusform>
        </translation>
    </message>
    <message>
        <source>I am %1.</source>
        <translation>I am %1.</translation>
    </message>
    <message>
        <source>Type the account name or the id you were given.</source>
        <translation>Type the account name or the id you were given.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>You are invisible. Who gets this request will know you are here.</source>
        <translation>You are invisible. Who gets this request will know you are here.</translation>
    </message>
    <message>
        <source>&amp;Let them see me while I am invisible</source>
        <translation>&amp;Let them see me while I am invisible</translation>
    </message>
</context>
<context>
    <name>timbre::gui::AnnouncementBatch</name>
    <message>
        <source>%1 came online</source>
        <translation>%1 came online</translation>
    </message>
    <message>
        <source>%1 and %2 came online</source>
        <translation>%1 and %2 came online</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) came online</source>
        <translation>
            <numerusform>%n contact came online</numerusform>
            <numerusform>%n contacts came online</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 left</translation>
    </message>
    <message>
        <source>%1 and %2 left</source>
        <translation>%1 and %2 left</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) left</source>
        <translation>
            <numerusform>%n contact left</numerusform>
            <numerusform>%n contacts left</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is now %2</source>
        <extracomment>%1 is a name, %2 a state: &quot;Anna is now Busy&quot;</extracomment>
        <translation>%1 is now %2</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) changed their status</source>
        <translation>
            <numerusform>%n contact changed their status</numerusform>
            <numerusform>%n contacts changed their status</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between parts of one sentence: &quot;3 contacts came online, Ben left&quot;</extracomment>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>timbre::gui::CertificatePanel</name>
    <message>
        <source>The certificate of %1 is not known on this computer. Nothing was sent yet.</source>
        <translation>The certificate of %1 is not known on this computer. Nothing was sent yet.</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one its operator gives you by another way. If they differ, somebody may be reading along.</source>
        <translation>Compare the fingerprint with the one its operator gives you by another way. If they differ, somebody may be reading along.</translation>
    </message>
    <message>
        <source>Alarm: the certificate of %1 is another one than you trusted. Either its operator has made a new one, or somebody is between you and the server. Nothing was sent.</source>
        <translation>Alarm: the certificate of %1 is another one than you trusted. Either its operator has made a new one, or somebody is between you and the server. Nothing was sent.</translation>
    </message>
    <message>
        <source>Trust the new one only if its operator confirms it.</source>
        <translation>Trust the new one only if its operator confirms it.</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be used: it has expired or is damaged. Nothing was sent. Only its operator can put that right.</source>
        <translation>The certificate of %1 cannot be used: it has expired or is damaged. Nothing was sent. Only its operator can put that right.</translation>
    </message>
    <message>
        <source>It was made for another name: %1.</source>
        <translation>It was made for another name: %1.</translation>
    </message>
    <message>
        <source>&amp;Trust the new one</source>
        <translation>&amp;Trust the new one</translation>
    </message>
    <message>
        <source>&amp;Trust</source>
        <translation>&amp;Trust</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>&amp;Don’t connect</source>
        <translation>&amp;Don’t connect</translation>
    </message>
</context>
<context>
    <name>timbre::gui::ClearAfterMenu</name>
    <message>
        <source>Clear after</source>
        <translation>Clear after</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
</context>
<context>
    <name>timbre::gui::ConfirmBar</name>
    <message>
        <source>Remove %1 from your contacts?</source>
        <translation>Remove %1 from your contacts?</translation>
    </message>
    <message>
        <source>Block %1?</source>
        <translation>Block %1?</translation>
    </message>
    <message>
        <source>You will no longer see each other’s status.</source>
        <translation>You will no longer see each other’s status.</translation>
    </message>
    <message>
        <source>You will no longer see each other’s status, and new requests from them are refused.</source>
        <translation>You will no longer see each other’s status, and new requests from them are refused.</translation>
    </message>
    <message>
        <source>New requests from them are refused. The server tells them that you blocked them.</source>
        <translation>New requests from them are refused. The server tells them that you blocked them.</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Remove and block</source>
        <translation>Remove and block</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
</context>
<context>
    <name>timbre::gui::ConnectionStrip</name>
    <message>
        <source>No connection since %1. %2</source>
        <extracomment>%1 is a time of day, %2 a whole sentence</extracomment>
        <translation>No connection since %1. %2</translation>
    </message>
    <message>
        <source>You stay signed out here.</source>
        <translation>You stay signed out here.</translation>
    </message>
    <message>
        <source>Use here</source>
        <translation>Use here</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Sign in again</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Try now</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Reason: %1</translation>
    </message>
</context>
<context>
    <name>timbre::gui::ContactCard</name>
    <message>
        <source>Request sent %1</source>
        <extracomment>%1 is a time, &quot;14:05&quot; or &quot;yesterday 18:40&quot;</extracomment>
        <translation>Request sent %1</translation>
    </message>
    <message>
        <source>Request sent</source>
        <translation>Request sent</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blocked</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <extracomment>%1 is a state, %2 a time: &quot;Busy since 14:02&quot;</extracomment>
        <translation>%1 since %2</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>You will see each other’s status once %1 accepts.</source>
        <translation>You will see each other’s status once %1 accepts.</translation>
    </message>
    <message>
        <source>%1 uses a client with states of its own (number %2).</source>
        <translation>%1 uses a client with states of its own (number %2).</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Unpin</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Pin</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Take back…</translation>
    </message>
    <message>
        <source>Unblock…</source>
        <translation>Unblock…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Remove…</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>Rename %1</translation>
    </message>
    <message>
        <source>Unpin %1</source>
        <translation>Unpin %1</translation>
    </message>
    <message>
        <source>Pin %1</source>
        <translation>Pin %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Remove %1</translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation>Block %1</translation>
    </message>
    <message>
        <source>%1, idle since %2</source>
        <extracomment>%1 is a state, %2 a time: &quot;Away, idle since 14:02&quot;</extracomment>
        <translation>%1, idle since %2</translation>
    </message>
    <message>
        <source>What %1 saw of me</source>
        <translation>What %1 saw of me</translation>
    </message>
</context>
<context>
    <name>timbre::gui::ContactMenu</name>
    <message>
        <source>Show card</source>
        <translation>Show card</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Unpin</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>Pin to the top</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Remove…</translation>
    </message>
    <message>
        <source>Block…</source>
        <translation>Block…</translation>
    </message>
</context>
<context>
    <name>timbre::gui::ConversationDelegate</name>
    <message>
        <source>Not sent: the server did not answer.</source>
        <translation>Not sent: the server did not answer.</translation>
    </message>
    <message>
        <source>Not sent: you are not in each other’s contacts.</source>
        <translation>Not sent: you are not in each other’s contacts.</translation>
    </message>
    <message>
        <source>Not sent: this account no longer exists.</source>
        <translation>Not sent: this account no longer exists.</translation>
    </message>
    <message>
        <source>Not sent: you are blocked.</source>
        <translation>Not sent: you are blocked.</translation>
    </message>
    <message>
        <source>Not sent: the server could not take it.</source>
        <translation>Not sent: the server could not take it.</translation>
    </message>
    <message>
        <source>Message taken back</source>
        <translation>Message taken back</translation>
    </message>
    <message>
        <source>Today</source>
        <comment>above the messages of a day</comment>
        <translation>Today</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <comment>above the messages of a day</comment>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <extracomment>A day of this year, as QLocale::toString() takes it: &quot;Friday, 20 November&quot;</extracomment>
        <translation>dddd, d MMMM</translation>
    </message>
    <message>
        <source>You</source>
        <comment>wrote this message</comment>
        <translation>You</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>%1 is a name or &quot;You&quot;, %2 a time, %3 what they wrote</extracomment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>%1 (waiting to be sent)</source>
        <extracomment>%1 is a message</extracomment>
        <translation>%1 (waiting to be sent)</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>%1 is a day, %2 a message</extracomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>New messages</source>
        <translation>New messages</translation>
    </message>
</context>
<context>
    <name>timbre::gui::ConversationPane</name>
    <message>
        <source>No status received yet</source>
        <translation>No status received yet</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <extracomment>%1 is a state, %2 a time: &quot;Busy, as of 14:05&quot;</extracomment>
        <translation>%1, as of %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1 is a state, %2 a mood text: &quot;Busy · in a meeting&quot;</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>You are invisible. %1 will know that you are here.</source>
        <translation>You are invisible. %1 will know that you are here.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Show the card of %1</source>
        <translation>Show the card of %1</translation>
    </message>
    <message>
        <source>%1 is not in your contacts.</source>
        <translation>%1 is not in your contacts.</translation>
    </message>
    <message>
        <source>Messages with %1</source>
        <translation>Messages with %1</translation>
    </message>
    <message>
        <source>Message to %1</source>
        <translation>Message to %1</translation>
    </message>
    <message>
        <source>Nothing said yet. Say hello to %1.</source>
        <translation>Nothing said yet. Say hello to %1.</translation>
    </message>
    <message>
        <source>No connection. What you write will be sent when you are back.</source>
        <translation>No connection. What you write will be sent when you are back.</translation>
    </message>
    <message>
        <source>%1 is busy until %2 (your time).</source>
        <translation>%1 is busy until %2 (your time).</translation>
    </message>
    <message>
        <source>%1 is busy.</source>
        <translation>%1 is busy.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) not sent</source>
        <translation>
            <numerusform>%n message not sent</numerusform>
            <numerusform>%n messages not sent</numerusform>
        </translation>
    </message>
    <message>
        <source>Send again what was not sent</source>
        <translation>Send again what was not sent</translation>
    </message>
    <message>
        <source>Delete what was not sent</source>
        <translation>Delete what was not sent</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>%n character left</numerusform>
            <numerusform>%n characters left</numerusform>
        </translation>
    </message>
    <message>
        <source>What you wrote waits: it would tell %1 that you are here.</source>
        <translation>What you wrote waits: it would tell %1 that you are here.</translation>
    </message>
</context>
<context>
    <name>timbre::gui::DigestPanel</name>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 is names</extracomment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>While you were away (since %1)</source>
        <extracomment>%1 is a time, &quot;14:02&quot; or &quot;yesterday 18:40&quot;</extracomment>
        <translation>While you were away (since %1)</translation>
    </message>
    <message>
        <source>While you were busy (since %1)</source>
        <translation>While you were busy (since %1)</translation>
    </message>
    <message>
        <source>While there was no connection (since %1)</source>
        <translation>While there was no connection (since %1)</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) from %1.</source>
        <extracomment>%1 is names</extracomment>
        <translation>
            <numerusform>%n message from %1.</numerusform>
            <numerusform>%n messages from %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is now %2.</source>
        <translation>%1 is now %2.</translation>
    </message>
    <message>
        <source>%1 is now %2: %3</source>
        <translation>%1 is now %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 came online.</source>
        <extracomment>%1 is names</extracomment>
        <translation>
            <numerusform>%1 came online.</numerusform>
            <numerusform>%1 came online.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 says: %2</source>
        <extracomment>%1 is a name, %2 a mood</extracomment>
        <translation>%1 says: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 went offline.</source>
        <extracomment>%1 is names</extracomment>
        <translation>
            <numerusform>%1 went offline.</numerusform>
            <numerusform>%1 went offline.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more change(s).</source>
        <translation>
            <numerusform>And %n more change.</numerusform>
            <numerusform>And %n more changes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timbre::gui::FaceMenu</name>
    <message>
        <source>As I pick it</source>
        <translation>As I pick it</translation>
    </message>
    <message>
        <source>Looks offline</source>
        <translation>Looks offline</translation>
    </message>
    <message>
        <source>Show as</source>
        <translation>Show as</translation>
    </message>
    <message>
        <source>As the rules say (%1)</source>
        <extracomment>%1 is what a contact is shown as without a rule of its own: &quot;Busy&quot;, &quot;Looks offline&quot;</extracomment>
        <translation>As the rules say (%1)</translation>
    </message>
    <message>
        <source>%1 has seen you since you signed in:</source>
        <translation>%1 has seen you since you signed in:</translation>
    </message>
    <message>
        <source>sign out, choose this, and sign in again.</source>
        <translation>sign out, choose this, and sign in again.</translation>
    </message>
</context>
<context>
    <name>timbre::gui::FilterField</name>
    <message>
        <source>Clear the search</source>
        <translation>Clear the search</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
</context>
<context>
    <name>timbre::gui::FirstRunWindow</name>
    <message>
        <source>Type the address of the server.</source>
        <translation>Type the address of the server.</translation>
    </message>
    <message>
        <source>This is not an address. It looks like wss://chat.example.org.</source>
        <translation>This is not an address. It looks like wss://chat.example.org.</translation>
    </message>
    <message>
        <source>Type the name others will see.</source>
        <translation>Type the name others will see.</translation>
    </message>
    <message>
        <source>Type the name of your account.</source>
        <translation>Type the name of your account.</translation>
    </message>
    <message>
        <source>Type the password.</source>
        <translation>Type the password.</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>On this computer</translation>
    </message>
    <message>
        <source>Timbre runs a small server for you. Nothing to know, nothing to set up.</source>
        <translation>Timbre runs a small server for you. Nothing to know, nothing to set up.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>You have an account on a tim server.</source>
        <translation>You have an account on a tim server.</translation>
    </message>
    <message>
        <source>Create account</source>
        <translation>Create account</translation>
    </message>
    <message>
        <source>On a tim server whose address you know.</source>
        <translation>On a tim server whose address you know.</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>Your &amp;name</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Start as %1</source>
        <translation>Start as %1</translation>
    </message>
    <message>
        <source>You look offline to your contacts, and see them as they change.</source>
        <translation>You look offline to your contacts, and see them as they change.</translation>
    </message>
    <message>
        <source>Your contacts see that you are here.</source>
        <translation>Your contacts see that you are here.</translation>
    </message>
    <message>
        <source>An address begins with wss:// or ws://.</source>
        <translation>An address begins with wss:// or ws://.</translation>
    </message>
    <message>
        <source>Encrypted: nobody on the way can read along.</source>
        <translation>Encrypted: nobody on the way can read along.</translation>
    </message>
    <message>
        <source>Not encrypted, but it does not leave this computer.</source>
        <translation>Not encrypted, but it does not leave this computer.</translation>
    </message>
    <message>
        <source>Not encrypted: others on the network can read everything, your password too.</source>
        <translation>Not encrypted: others on the network can read everything, your password too.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>timbre::gui::GroupHeaderMenu</name>
    <message>
        <source>Name of the group</source>
        <translation>Name of the group</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>Remove group (its contacts stay)</source>
        <translation>Remove group (its contacts stay)</translation>
    </message>
</context>
<context>
    <name>timbre::gui::GroupMenu</name>
    <message>
        <source>Groups</source>
        <translation>Groups</translation>
    </message>
    <message>
        <source>Group names are kept in your profile on the server, where others can read them.</source>
        <translation>Group names are kept in your profile on the server, where others can read them.</translation>
    </message>
    <message>
        <source>A newer Timbre wrote your groups here. Changes last until you quit.</source>
        <translation>A newer Timbre wrote your groups here. Changes last until you quit.</translation>
    </message>
    <message>
        <source>A newer Timbre wrote your groups on the server. Changes stay on this computer.</source>
        <translation>A newer Timbre wrote your groups on the server. Changes stay on this computer.</translation>
    </message>
    <message>
        <source>New group…</source>
        <translation>New group…</translation>
    </message>
</context>
<context>
    <name>timbre::gui::InlineRename</name>
    <message>
        <source>New name</source>
        <translation>New name</translation>
    </message>
</context>
<context>
    <name>timbre::gui::LedgerDialog</name>
    <message>
        <source>Everybody</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>All contacts</source>
        <translation>All contacts</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 is names</extracomment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is a state, %2 a mood</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>Asked %n time(s), was answered</source>
        <translation>
            <numerusform>Asked %n time, was answered</numerusform>
            <numerusform>Asked %n times, was answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Asked %n time(s), was not answered</source>
        <translation>
            <numerusform>Asked %n time, was not answered</numerusform>
            <numerusform>Asked %n times, was not answered</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked, was answered</source>
        <translation>Asked, was answered</translation>
    </message>
    <message>
        <source>Asked, was not answered</source>
        <translation>Asked, was not answered</translation>
    </message>
    <message>
        <source>Became a contact</source>
        <translation>Became a contact</translation>
    </message>
    <message>
        <source>No contact any more</source>
        <translation>No contact any more</translation>
    </message>
    <message>
        <source>Not one of your contacts</source>
        <translation>Not one of your contacts</translation>
    </message>
    <message>
        <source>You picked it</source>
        <translation>You picked it</translation>
    </message>
    <message>
        <source>The status before had ended</source>
        <translation>The status before had ended</translation>
    </message>
    <message>
        <source>Your schedule</source>
        <translation>Your schedule</translation>
    </message>
    <message>
        <source>Nobody was at this computer</source>
        <translation>Nobody was at this computer</translation>
    </message>
    <message>
        <source>You were back</source>
        <translation>You were back</translation>
    </message>
    <message>
        <source>This computer’s do not disturb</source>
        <translation>This computer’s do not disturb</translation>
    </message>
    <message>
        <source>Picked on another device</source>
        <translation>Picked on another device</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Signed in</translation>
    </message>
    <message>
        <source>Repeated after signing in</source>
        <translation>Repeated after signing in</translation>
    </message>
    <message>
        <source>They asked</source>
        <translation>They asked</translation>
    </message>
    <message>
        <source>Asked how they are</source>
        <translation>Asked how they are</translation>
    </message>
    <message>
        <source>Your name changed</source>
        <translation>Your name changed</translation>
    </message>
    <message>
        <source>A newer Timbre kept this list. Nothing is added to it until you use that one again.</source>
        <translation>A newer Timbre kept this list. Nothing is added to it until you use that one again.</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Nothing yet.</translation>
    </message>
    <message>
        <source>The last 30 days, kept on this computer only.</source>
        <translation>The last 30 days, kept on this computer only.</translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation>Forget all</translation>
    </message>
    <message>
        <source>Press again to forget all</source>
        <translation>Press again to forget all</translation>
    </message>
</context>
<context>
    <name>timbre::gui::MainMenu</name>
    <message>
        <source>Appearance</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Sort contacts</source>
        <translation>Sort contacts</translation>
    </message>
</context>
<context>
    <name>timbre::gui::MainWindow</name>
    <message>
        <source>Copied.</source>
        <translation>Copied.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is an account, %2 a server: &quot;alice on this computer&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a name, %2 a whole sentence</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Request sent to %1.</source>
        <translation>Request sent to %1.</translation>
    </message>
    <message>
        <source>Changes are told from now on</source>
        <translation>Changes are told from now on</translation>
    </message>
    <message>
        <source>Changes are no longer told</source>
        <translation>Changes are no longer told</translation>
    </message>
</context>
<context>
    <name>timbre::gui::MoodEditor</name>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>%n character left</numerusform>
            <numerusform>%n characters left</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply the mood</source>
        <translation>Apply the mood</translation>
    </message>
</context>
<context>
    <name>timbre::gui::OwnCard</name>
    <message>
        <source>Your picture</source>
        <translation>Your picture</translation>
    </message>
    <message>
        <source>Set my status to %1</source>
        <translation>Set my status to %1</translation>
    </message>
    <message>
        <source>You look offline to people who use Timbre. Simple clients such as webtim may still show you as online.</source>
        <translation>You look offline to people who use Timbre. Simple clients such as webtim may still show you as online.</translation>
    </message>
    <message>
        <source>Set my status to %1, %2</source>
        <extracomment>%1 is a state, %2 a mood</extracomment>
        <translation>Set my status to %1, %2</translation>
    </message>
    <message>
        <source>%1 – %2  %3</source>
        <extracomment>%1 and %2 are times, %3 a state: &quot;09:00 – 10:00 Busy&quot;</extracomment>
        <translation>%1 – %2  %3</translation>
    </message>
</context>
<context>
    <name>timbre::gui::PlanDialog</name>
    <message>
        <source>%1 to %2: %3</source>
        <extracomment>%1 and %2 are times, %3 a state: &quot;12:00 to 13:00: Away&quot;</extracomment>
        <translation>%1 to %2: %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is &quot;12:00 to 13:00: Away&quot;, %2 a mood</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Ends before it begins</source>
        <translation>Ends before it begins</translation>
    </message>
    <message>
        <source>A part that ends before it begins is not kept.</source>
        <translation>A part that ends before it begins is not kept.</translation>
    </message>
    <message>
        <source>One part after the other, such as lunch, then Busy, then Chat. Contacts who use Timbre see what comes next.</source>
        <translation>One part after the other, such as lunch, then Busy, then Chat. Contacts who use Timbre see what comes next.</translation>
    </message>
    <message>
        <source>Holds while your status is Chat, before the weekly schedule.</source>
        <translation>Holds while your status is Chat, before the weekly schedule.</translation>
    </message>
</context>
<context>
    <name>timbre::gui::PlanStrip</name>
    <message>
        <source>Today’s plan</source>
        <translation>Today’s plan</translation>
    </message>
    <message>
        <source>Chosen: %1. All: %2. Up and down move its end.</source>
        <extracomment>%1 is a part of the plan, %2 all parts</extracomment>
        <translation>Chosen: %1. All: %2. Up and down move its end.</translation>
    </message>
</context>
<context>
    <name>timbre::gui::PresenceWords</name>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Away</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Busy</translation>
    </message>
    <message>
        <source>Invisible</source>
        <translation>Invisible</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>%1, leaving</source>
        <comment>state of a contact, e.g. Busy</comment>
        <translation>%1, leaving</translation>
    </message>
    <message>
        <source>%1, being checked</source>
        <comment>state of a contact, e.g. Busy</comment>
        <translation>%1, being checked</translation>
    </message>
    <message>
        <source>%1, not up to date</source>
        <comment>state of a contact, e.g. Busy</comment>
        <translation>%1, not up to date</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>contact, state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <comment>contact, state, mood</comment>
        <translation>%1: %2. %3</translation>
    </message>
</context>
<context>
    <name>timbre::gui::RequestCard</name>
    <message>
        <source>%1 appeared in your list without your approval.</source>
        <translation>%1 appeared in your list without your approval.</translation>
    </message>
    <message>
        <source>Wants to be your contact.</source>
        <translation>Wants to be your contact.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Decline</translation>
    </message>
    <message>
        <source>The server tells them that you blocked them</source>
        <translation>The server tells them that you blocked them</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>Keep %1</translation>
    </message>
    <message>
        <source>Accept %1</source>
        <translation>Accept %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Remove %1</translation>
    </message>
    <message>
        <source>Decline %1</source>
        <translation>Decline %1</translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation>Block %1</translation>
    </message>
    <message>
        <source>Request from %1</source>
        <translation>Request from %1</translation>
    </message>
    <message>
        <source>They will know you are here</source>
        <translation>They will know you are here</translation>
    </message>
</context>
<context>
    <name>timbre::gui::RequestsPanel</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Show fewer</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>requests</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show fewer (%n more wait)</source>
        <translation>
            <numerusform>Show fewer (%n more wait)</numerusform>
            <numerusform>Show fewer (%n more wait)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Decline %n request(s)</source>
        <translation>
            <numerusform>Decline %n request</numerusform>
            <numerusform>Decline %n requests</numerusform>
        </translation>
    </message>
    <message>
        <source>Decline all…</source>
        <translation>Decline all…</translation>
    </message>
</context>
<context>
    <name>timbre::gui::RevealGuard</name>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Send and stay visible</source>
        <translation>Send and stay visible</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Do it</translation>
    </message>
    <message>
        <source>Do it and stay visible</source>
        <translation>Do it and stay visible</translation>
    </message>
    <message>
        <source>%1 will know you are here.</source>
        <translation>%1 will know you are here.</translation>
    </message>
    <message>
        <source>You are hidden from them now. “Stay visible” lets them see you until you are visible again.</source>
        <translation>You are hidden from them now. “Stay visible” lets them see you until you are visible again.</translation>
    </message>
</context>
<context>
    <name>timbre::gui::RosterDelegate</name>
    <message numerus="yes">
        <source>%1: %Ln contact(s)</source>
        <comment>section of the roster</comment>
        <translation>
            <numerusform>%1: %Ln contact</numerusform>
            <numerusform>%1: %Ln contacts</numerusform>
        </translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Pinned</translation>
    </message>
    <message>
        <source>Free to chat</source>
        <translation>Free to chat</translation>
    </message>
    <message>
        <source>Away or busy</source>
        <translation>Away or busy</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Calls themselves %1</source>
        <translation>Calls themselves %1</translation>
    </message>
    <message>
        <source>Their program sent a state we do not know (%1)</source>
        <translation>Their program sent a state we do not know (%1)</translation>
    </message>
    <message>
        <source>Request sent</source>
        <translation>Request sent</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>state, mood</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>contact, state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>sentence, time</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>idle since %1</source>
        <extracomment>%1 is a time, &quot;14:02&quot; or &quot;yesterday 18:40&quot;</extracomment>
        <translation>idle since %1</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Unread</translation>
    </message>
    <message>
        <source>In no group</source>
        <translation>In no group</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <extracomment>%1 is a state, %2 a time: &quot;Busy since 14:02&quot;</extracomment>
        <translation>%1 since %2</translation>
    </message>
    <message>
        <source>Idle since %1</source>
        <translation>Idle since %1</translation>
    </message>
    <message>
        <source>Last heard of %1</source>
        <extracomment>%1 is &quot;15 minutes ago&quot;</extracomment>
        <translation>Last heard of %1</translation>
    </message>
    <message numerus="yes">
        <source>Signed in on %Ln device(s)</source>
        <translation>
            <numerusform>Signed in on %Ln device</numerusform>
            <numerusform>Signed in on %Ln devices</numerusform>
        </translation>
    </message>
    <message>
        <source>Uses the web client: only a mood, no away or busy</source>
        <translation>Uses the web client: only a mood, no away or busy</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unread message(s)</source>
        <translation>
            <numerusform>%Ln unread message</numerusform>
            <numerusform>%Ln unread messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %Ln contact(s) online</source>
        <comment>group of the roster</comment>
        <translation>
            <numerusform>%1: %2 of %Ln contact online</numerusform>
            <numerusform>%1: %2 of %Ln contacts online</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, folded</source>
        <translation>%1, folded</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <comment>contact, state, mood</comment>
        <translation>%1: %2. %3</translation>
    </message>
</context>
<context>
    <name>timbre::gui::RosterEmptyPage</name>
    <message>
        <source>No contacts yet</source>
        <translation>No contacts yet</translation>
    </message>
    <message>
        <source>Add someone by account name, or give them yours. You will see each other&apos;s status here.</source>
        <translation>Add someone by account name, or give them yours. You will see each other&apos;s status here.</translation>
    </message>
    <message>
        <source>Add contact</source>
        <translation>Add contact</translation>
    </message>
    <message>
        <source>Nobody is online</source>
        <translation>Nobody is online</translation>
    </message>
    <message>
        <source>Contacts appear here as they come.</source>
        <translation>Contacts appear here as they come.</translation>
    </message>
    <message>
        <source>No one matches</source>
        <translation>No one matches</translation>
    </message>
    <message>
        <source>Nothing found for ‘%1’ in names, accounts and moods.</source>
        <translation>Nothing found for ‘%1’ in names, accounts and moods.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Clear the search</translation>
    </message>
    <message>
        <source>Nobody is free to chat</source>
        <translation>Nobody is free to chat</translation>
    </message>
    <message>
        <source>Show all (%1)</source>
        <translation>Show all (%1)</translation>
    </message>
    <message>
        <source>Nothing unread</source>
        <translation>Nothing unread</translation>
    </message>
    <message>
        <source>Contacts who write to you appear here until you have read it.</source>
        <translation>Contacts who write to you appear here until you have read it.</translation>
    </message>
    <message>
        <source>Show all contacts</source>
        <translation>Show all contacts</translation>
    </message>
</context>
<context>
    <name>timbre::gui::RosterPanel</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <comment>contacts</comment>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln offline hidden – show</source>
        <comment>contacts</comment>
        <translation>
            <numerusform>%Ln offline hidden – show</numerusform>
            <numerusform>%Ln offline hidden – show</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) waiting</source>
        <translation>
            <numerusform>%Ln change waiting</numerusform>
            <numerusform>%Ln changes waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>%1 of %2 online</source>
        <translation>%1 of %2 online</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden – show</source>
        <comment>contacts</comment>
        <translation>
            <numerusform>%Ln hidden – show</numerusform>
            <numerusform>%Ln hidden – show</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timbre::gui::ScheduleDialog</name>
    <message>
        <source>Every day</source>
        <translation>Every day</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>days</comment>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between days</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1, %2 to %3: %4</source>
        <extracomment>%1 is days, %2 and %3 times, %4 a state: &quot;Mon to Fri, 09:00 to 10:00: Busy&quot;</extracomment>
        <translation>%1, %2 to %3: %4</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is &quot;Mon to Fri, 09:00 to 10:00: Busy&quot;, %2 a mood</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>On no day</source>
        <translation>On no day</translation>
    </message>
    <message>
        <source>Begins when it ends</source>
        <translation>Begins when it ends</translation>
    </message>
    <message>
        <source>A line without days, or that ends when it begins, is not kept.</source>
        <translation>A line without days, or that ends when it begins, is not kept.</translation>
    </message>
    <message>
        <source>Holds while your status is Chat. Picking Chat during a line skips it.</source>
        <translation>Holds while your status is Chat. Picking Chat during a line skips it.</translation>
    </message>
</context>
<context>
    <name>timbre::gui::SeeMeAs</name>
    <message>
        <source>choose a contact</source>
        <translation>choose a contact</translation>
    </message>
    <message>
        <source>See me as</source>
        <translation>See me as</translation>
    </message>
    <message>
        <source>See me as this contact does</source>
        <translation>See me as this contact does</translation>
    </message>
</context>
<context>
    <name>timbre::gui::SettingsDialog</name>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Accounts &amp; connection</source>
        <translation>Accounts &amp; connection</translation>
    </message>
    <message>
        <source>This desktop tells when nobody touches it, and when it is locked.</source>
        <translation>This desktop tells when nobody touches it, and when it is locked.</translation>
    </message>
    <message>
        <source>This desktop tells when nobody touches it, but not when it is locked.</source>
        <translation>This desktop tells when nobody touches it, but not when it is locked.</translation>
    </message>
    <message>
        <source>This desktop tells only when it is locked, so time without a touch cannot be seen.</source>
        <translation>This desktop tells only when it is locked, so time without a touch cannot be seen.</translation>
    </message>
    <message>
        <source>This desktop tells neither, so Away comes only when you pick it.</source>
        <translation>This desktop tells neither, so Away comes only when you pick it.</translation>
    </message>
    <message>
        <source>This desktop did not let Timbre write what that needs.</source>
        <translation>This desktop did not let Timbre write what that needs.</translation>
    </message>
    <message>
        <source>It starts without a window: in the tray, or minimised where there is none.</source>
        <translation>It starts without a window: in the tray, or minimised where there is none.</translation>
    </message>
</context>
<context>
    <name>timbre::gui::StatusHeader</name>
    <message>
        <source>Offline — will be %1</source>
        <translation>Offline — will be %1</translation>
    </message>
    <message>
        <source>Your contacts have not been told yet</source>
        <translation>Your contacts have not been told yet</translation>
    </message>
    <message>
        <source>Set a mood</source>
        <translation>Set a mood</translation>
    </message>
    <message>
        <source>Not shown to anyone while you are invisible</source>
        <translation>Not shown to anyone while you are invisible</translation>
    </message>
    <message>
        <source>My status: %1</source>
        <translation>My status: %1</translation>
    </message>
    <message>
        <source>%1, not sent yet</source>
        <translation>%1, not sent yet</translation>
    </message>
    <message>
        <source>My mood: %1</source>
        <translation>My mood: %1</translation>
    </message>
    <message>
        <source>Then your status goes back to the one before</source>
        <translation>Then your status goes back to the one before</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is &quot;My status: Busy&quot;, %2 is &quot;until 15:00&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Click to say that you are here</source>
        <translation>Click to say that you are here</translation>
    </message>
    <message>
        <source>Your weekly schedule; pick Chat to skip it</source>
        <translation>Your weekly schedule; pick Chat to skip it</translation>
    </message>
    <message>
        <source>desktop is quiet</source>
        <translation>desktop is quiet</translation>
    </message>
    <message>
        <source>Busy as long as the desktop shows no notifications</source>
        <translation>Busy as long as the desktop shows no notifications</translation>
    </message>
</context>
<context>
    <name>timbre::gui::StatusMenu</name>
    <message>
        <source>My status</source>
        <translation>My status</translation>
    </message>
    <message>
        <source>Mood presets</source>
        <translation>Mood presets</translation>
    </message>
    <message>
        <source>Edit mood…</source>
        <translation>Edit mood…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>No mood</source>
        <translation>No mood</translation>
    </message>
    <message>
        <source>Away, %1 – I am here</source>
        <extracomment>%1 is &quot;idle since 14:02&quot; or &quot;locked since 14:02&quot;</extracomment>
        <translation>Away, %1 – I am here</translation>
    </message>
    <message numerus="yes">
        <source>Away by itself after %n minute(s)</source>
        <translation>
            <numerusform>Away by itself after %n minute</numerusform>
            <numerusform>Away by itself after %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Away by itself only when locked</source>
        <translation>Away by itself only when locked</translation>
    </message>
    <message>
        <source>No automatic Away on this desktop</source>
        <translation>No automatic Away on this desktop</translation>
    </message>
    <message>
        <source>Weekly schedule…</source>
        <translation>Weekly schedule…</translation>
    </message>
    <message>
        <source>Away only when you pick it</source>
        <translation>Away only when you pick it</translation>
    </message>
    <message>
        <source>Plan for today…</source>
        <translation>Plan for today…</translation>
    </message>
    <message>
        <source>Show as…</source>
        <translation>Show as…</translation>
    </message>
</context>
<context>
    <name>timbre::gui::TellMeMenu</name>
    <message>
        <source>Tell me when</source>
        <translation>Tell me when</translation>
    </message>
    <message>
        <source>A newer Timbre keeps these wishes; this one leaves them alone</source>
        <translation>A newer Timbre keeps these wishes; this one leaves them alone</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Never</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Free to chat</source>
        <translation>Free to chat</translation>
    </message>
    <message>
        <source>Only after two minutes of it</source>
        <translation>Only after two minutes of it</translation>
    </message>
    <message>
        <source>Notify me even while I am busy</source>
        <translation>Notify me even while I am busy</translation>
    </message>
</context>
<context>
    <name>timbre::gui::TrayIcon</name>
    <message numerus="yes">
        <source>Next unread conversation (%n)</source>
        <translation>
            <numerusform>Next unread conversation (%n)</numerusform>
            <numerusform>Next unread conversation (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide window</source>
        <translation>Hide window</translation>
    </message>
    <message>
        <source>Show window</source>
        <translation>Show window</translation>
    </message>
    <message>
        <source>Mute for 1 hour</source>
        <translation>Mute for 1 hour</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Settings…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>not connected</translation>
    </message>
    <message>
        <source>Timbre: %1</source>
        <extracomment>%1 is &quot;Busy&quot;, &quot;not connected&quot;…</extracomment>
        <translation>Timbre: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n unread</source>
        <extracomment>%1 is &quot;Timbre: Busy&quot;</extracomment>
        <translation>
            <numerusform>%1, %n unread</numerusform>
            <numerusform>%1, %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timbre::gui::VisibilityDialog</name>
    <message>
        <source>Everyone</source>
        <translation>Everyone</translation>
    </message>
    <message>
        <source>Group %1</source>
        <extracomment>%1 is the name of a group of contacts</extracomment>
        <translation>Group %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a contact, a group or &quot;Everyone&quot;, %2 &quot;Busy&quot;, &quot;As I pick it&quot; or &quot;Looks offline&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 has seen you since you signed in. To look offline: sign out, choose it, and sign in again.</source>
        <translation>%1 has seen you since you signed in. To look offline: sign out, choose it, and sign in again.</translation>
    </message>
    <message>
        <source>Some of them have seen you since you signed in. To look offline: sign out, choose it, and sign in again.</source>
        <translation>Some of them have seen you since you signed in. To look offline: sign out, choose it, and sign in again.</translation>
    </message>
    <message>
        <source>Nothing is sent to anyone but those ticked above. Going invisible closes the connection for a moment, so that the server itself calls you offline: no client can tell. Who is online you see only as they change something.</source>
        <translation>Nothing is sent to anyone but those ticked above. Going invisible closes the connection for a moment, so that the server itself calls you offline: no client can tell. Who is online you see only as they change something.</translation>
    </message>
    <message>
        <source>Contacts with Timbre see you offline. Simple clients such as webtim still show you as online.</source>
        <translation>Contacts with Timbre see you offline. Simple clients such as webtim still show you as online.</translation>
    </message>
    <message>
        <source>The saved rules could not be read. Until you save new ones everyone sees you offline.</source>
        <translation>The saved rules could not be read. Until you save new ones everyone sees you offline.</translation>
    </message>
    <message>
        <source>A newer Timbre wrote these rules. Changes made here last until you quit.</source>
        <translation>A newer Timbre wrote these rules. Changes made here last until you quit.</translation>
    </message>
</context>
<context>
    <name>timbre::gui::VisibilityFlow</name>
    <message>
        <source>Who sees what…</source>
        <translation>Who sees what…</translation>
    </message>
    <message>
        <source>Invisible is strict</source>
        <translation>Invisible is strict</translation>
    </message>
    <message>
        <source>May see me while I am invisible</source>
        <translation>May see me while I am invisible</translation>
    </message>
    <message>
        <source>With a simple client such as webtim %1 sees you online.</source>
        <translation>With a simple client such as webtim %1 sees you online.</translation>
    </message>
    <message>
        <source>%1 as of %2</source>
        <extracomment>%1 is a state, %2 a time: &quot;Offline as of 14:05&quot;</extracomment>
        <translation>%1 as of %2</translation>
    </message>
    <message>
        <source>The server told %1 that you left. Since then nothing was sent.</source>
        <translation>The server told %1 that you left. Since then nothing was sent.</translation>
    </message>
    <message>
        <source>Nothing was sent to %1 since you signed in.</source>
        <translation>Nothing was sent to %1 since you signed in.</translation>
    </message>
    <message>
        <source>The rules of who sees what could not be read. Until you save new ones (status menu, Show as) everyone sees you offline.</source>
        <translation>The rules of who sees what could not be read. Until you save new ones (status menu, Show as) everyone sees you offline.</translation>
    </message>
    <message>
        <source>Strictly invisible: nothing is sent to anyone, no client can tell. When you leave, the server itself tells your contacts that you went offline; an old client may show that.</source>
        <translation>Strictly invisible: nothing is sent to anyone, no client can tell. When you leave, the server itself tells your contacts that you went offline; an old client may show that.</translation>
    </message>
    <message>
        <source>Strictly invisible: nothing is sent to anyone else, no other client can tell. When you leave, the server itself tells your contacts that you went offline; an old client may show that.</source>
        <translation>Strictly invisible: nothing is sent to anyone else, no other client can tell. When you leave, the server itself tells your contacts that you went offline; an old client may show that.</translation>
    </message>
    <message>
        <source>Another device of yours is online: your contacts still see that one.</source>
        <translation>Another device of yours is online: your contacts still see that one.</translation>
    </message>
    <message>
        <source>You are visible to: %1</source>
        <extracomment>%1 is a list of names</extracomment>
        <translation>You are visible to: %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 (you wrote to them)</source>
        <translation>%1 (you wrote to them)</translation>
    </message>
    <message>
        <source>%1 (you wanted them as a contact)</source>
        <translation>%1 (you wanted them as a contact)</translation>
    </message>
    <message>
        <source>You have been invisible since %1.</source>
        <translation>You have been invisible since %1.</translation>
    </message>
    <message>
        <source>Become visible</source>
        <translation>Become visible</translation>
    </message>
    <message>
        <source>Stay invisible</source>
        <translation>Stay invisible</translation>
    </message>
</context>
</TS>
