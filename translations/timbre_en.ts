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
</context>
<context>
    <name>timbre::app::Application</name>
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
        <source>No status received yet</source>
        <translation>No status received yet</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <extracomment>%1 is a state, %2 a time: &quot;Busy, as of 14:05&quot;</extracomment>
        <translation>%1, as of %2</translation>
    </message>
    <message>
        <source>Offline, left %1</source>
        <extracomment>%1 is a time, &quot;14:02&quot; or &quot;yesterday 18:40&quot;</extracomment>
        <translation>Offline, left %1</translation>
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
    <name>timbre::gui::FilterField</name>
    <message>
        <source>Clear the search</source>
        <translation>Clear the search</translation>
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
    <name>timbre::gui::InlineRename</name>
    <message>
        <source>New name</source>
        <translation>New name</translation>
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
    <message numerus="yes">
        <source>%n more</source>
        <comment>requests</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Show fewer</translation>
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
        <source>No status yet</source>
        <translation>No status yet</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>state, mood</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date of this year, short</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>as of %1</translation>
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
        <source>Show offline (%1)</source>
        <translation>Show offline (%1)</translation>
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
</context>
</TS>
