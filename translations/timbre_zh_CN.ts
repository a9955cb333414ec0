<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Timbre</source>
        <translation>关于 Timbre</translation>
    </message>
    <message>
        <source>Timbre</source>
        <translation>Timbre</translation>
    </message>
    <message>
        <source>Shows who is there and tells others how you are. Speaks tim.</source>
        <translation>看看谁在线，也让别人知道你的状态。使用 tim 协议。</translation>
    </message>
    <message>
        <source>Free software under the MIT licence.</source>
        <translation>以 MIT 许可证发布的自由软件。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>AccountSettingsPage</name>
    <message>
        <source>Accounts &amp; connection</source>
        <translation>账号与连接</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>没有登录的账号。</translation>
    </message>
    <message>
        <source>Its server runs inside this program; there is nothing to set.</source>
        <translation>它的服务器在本程序内运行，无需设置。</translation>
    </message>
    <message>
        <source>&amp;Servers</source>
        <translation>服务器(&amp;S)</translation>
    </message>
    <message>
        <source>Several of one cluster are tried in this order, the one that worked last before the others.</source>
        <translation>同一集群的多个服务器按此顺序尝试，上次成功的优先。</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move the server up</source>
        <translation>上移服务器</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>Move the server down</source>
        <translation>下移服务器</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Remove the server</source>
        <translation>移除服务器</translation>
    </message>
    <message>
        <source>Address of another server</source>
        <translation>另一个服务器的地址</translation>
    </message>
    <message>
        <source>wss://tim2.example.org</source>
        <translation>wss://tim2.example.org</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>添加(&amp;D)</translation>
    </message>
    <message>
        <source>Add the server</source>
        <translation>添加服务器</translation>
    </message>
    <message>
        <source>&amp;Compact encoding: saves data</source>
        <translation>紧凑编码：节省流量(&amp;C)</translation>
    </message>
    <message>
        <source>Compact encoding</source>
        <translation>紧凑编码</translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translation>代理(&amp;P)</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Host of the proxy</source>
        <translation>代理主机</translation>
    </message>
    <message>
        <source>proxy.example.org</source>
        <translation>proxy.example.org</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>代理端口</translation>
    </message>
    <message>
        <source>Name at the proxy</source>
        <translation>代理用户名</translation>
    </message>
    <message>
        <source>Name, if it asks for one</source>
        <translation>用户名（如需要）</translation>
    </message>
    <message>
        <source>Password at the proxy</source>
        <translation>代理密码</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>The password is kept in the keychain of the desktop.</source>
        <translation>密码保存在桌面的密钥环中。</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>忘记(&amp;F)</translation>
    </message>
    <message>
        <source>Forget the password</source>
        <translation>忘记密码</translation>
    </message>
    <message>
        <source>&amp;Trusted certificates</source>
        <translation>信任的证书(&amp;T)</translation>
    </message>
    <message>
        <source>Those you compared and trusted yourself, in all accounts.</source>
        <translation>你自己核对并信任的证书，对所有账号有效。</translation>
    </message>
    <message>
        <source>Trusted certificates</source>
        <translation>信任的证书</translation>
    </message>
    <message>
        <source>F&amp;orget</source>
        <translation>忘记(&amp;O)</translation>
    </message>
    <message>
        <source>Forget the certificate</source>
        <translation>忘记证书</translation>
    </message>
</context>
<context>
    <name>AddContactDialog</name>
    <message>
        <source>Add contact</source>
        <translation>添加联系人</translation>
    </message>
    <message>
        <source>They get your request and decide. You see each other’s status once they accept.</source>
        <translation>对方会收到你的请求并自行决定。对方接受后，你们就能看到彼此的状态。</translation>
    </message>
    <message>
        <source>&amp;Account or id</source>
        <translation>账号或 ID(&amp;A)</translation>
    </message>
    <message>
        <source>Account or id</source>
        <translation>账号或 ID</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>附言(&amp;M)</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>附言</translation>
    </message>
    <message>
        <source>&amp;Name for you only (optional)</source>
        <translation>备注名，仅自己可见（可选）(&amp;N)</translation>
    </message>
    <message>
        <source>Name for you only</source>
        <translation>备注名，仅自己可见</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Send request</source>
        <translation>发送请求</translation>
    </message>
</context>
<context>
    <name>CertificatePanel</name>
    <message>
        <source>Fingerprint (SHA-256)</source>
        <translation>指纹 (SHA-256)</translation>
    </message>
    <message>
        <source>Fingerprint of the certificate</source>
        <translation>证书指纹</translation>
    </message>
    <message>
        <source>Trusted so far</source>
        <translation>此前信任的</translation>
    </message>
    <message>
        <source>Fingerprint trusted so far</source>
        <translation>此前信任的指纹</translation>
    </message>
    <message>
        <source>&amp;Trust</source>
        <translation>信任(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Don’t connect</source>
        <translation>不连接(&amp;D)</translation>
    </message>
</context>
<context>
    <name>ConfirmBar</name>
    <message>
        <source>Also block</source>
        <translation>同时屏蔽</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ConnectionStrip</name>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Stay signed out</source>
        <translation>保持退出</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Shows the technical reason</source>
        <translation>显示技术原因</translation>
    </message>
</context>
<context>
    <name>ContactCard</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back to contacts</source>
        <translation>返回联系人列表</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Name for this contact</source>
        <translation>此联系人的备注名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Copy the account id</source>
        <translation>复制账号 ID</translation>
    </message>
    <message>
        <source>Calls itself</source>
        <translation>自称</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>最近收到消息</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备数</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Block…</source>
        <translation>屏蔽…</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>What they saw of me…</source>
        <translation>对方看到的我的状态…</translation>
    </message>
</context>
<context>
    <name>ConversationPane</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back to contacts</source>
        <translation>返回联系人</translation>
    </message>
    <message>
        <source>Show the contact card</source>
        <translation>显示联系人名片</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Send and stay visible to them</source>
        <translation>发送并对其保持可见</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>DigestPanel</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close what happened meanwhile</source>
        <translation>关闭期间发生的事</translation>
    </message>
</context>
<context>
    <name>EndDialog</name>
    <message>
        <source>Clear status</source>
        <translation>清除状态</translation>
    </message>
    <message>
        <source>Your status goes back to the one before &amp;at</source>
        <translation>在此时间恢复之前的状态(&amp;A)</translation>
    </message>
    <message>
        <source>Day and time</source>
        <translation>日期和时间</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Set end</source>
        <translation>设定结束时间</translation>
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
        <translation>欢迎使用 Timbre</translation>
    </message>
    <message>
        <source>Show how you are. See who is there.</source>
        <translation>展示你的状态，看看谁在线。</translation>
    </message>
    <message>
        <source>Ser&amp;ver address</source>
        <translation>服务器地址(&amp;V)</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>wss://chat.example.org</source>
        <translation>wss://chat.example.org</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Start as</source>
        <translation>启动时状态</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>&amp;Compact encoding (saves data)</source>
        <translation>紧凑编码，节省流量(&amp;C)</translation>
    </message>
    <message>
        <source>Compact encoding</source>
        <translation>紧凑编码</translation>
    </message>
    <message>
        <source>&amp;Remember the password in this desktop&apos;s keychain</source>
        <translation>将密码保存在本桌面的密钥环中(&amp;R)</translation>
    </message>
    <message>
        <source>Remember the password</source>
        <translation>记住密码</translation>
    </message>
</context>
<context>
    <name>LedgerDialog</name>
    <message>
        <source>Who saw what of me</source>
        <translation>谁看到了我的什么状态</translation>
    </message>
    <message>
        <source>&amp;Contact</source>
        <translation>联系人(&amp;C)</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>What contacts were told</source>
        <translation>告诉联系人的内容</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
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
        <translation>添加联系人…</translation>
    </message>
    <message>
        <source>Show my account</source>
        <translation>显示我的账号</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>By status</source>
        <translation>按状态</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>About Timbre</source>
        <translation>关于 Timbre</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Find a contact</source>
        <translation>查找联系人</translation>
    </message>
    <message>
        <source>Jump to a contact</source>
        <translation>跳到联系人</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Who saw what of me…</source>
        <translation>谁看到了我的什么状态…</translation>
    </message>
    <message>
        <source>By recent activity</source>
        <translation>按最近活动</translation>
    </message>
    <message>
        <source>In groups</source>
        <translation>按分组</translation>
    </message>
    <message>
        <source>Tell changes to screen readers</source>
        <translation>向屏幕阅读器播报变化</translation>
    </message>
</context>
<context>
    <name>MoodEditor</name>
    <message>
        <source>What are you up to?</source>
        <translation>你在忙什么？</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>心情</translation>
    </message>
    <message>
        <source>Enter sets your mood, Escape leaves it as it was</source>
        <translation>按 Enter 设置心情，按 Esc 保持不变</translation>
    </message>
</context>
<context>
    <name>MoodPresets</name>
    <message>
        <source>Happy</source>
        <comment>mood</comment>
        <translation>开心</translation>
    </message>
    <message>
        <source>Lunch</source>
        <comment>mood</comment>
        <translation>午餐</translation>
    </message>
    <message>
        <source>In a meeting</source>
        <comment>mood</comment>
        <translation>开会中</translation>
    </message>
    <message>
        <source>Focusing</source>
        <comment>mood</comment>
        <translation>专注中</translation>
    </message>
    <message>
        <source>Out for a run</source>
        <comment>mood</comment>
        <translation>跑步中</translation>
    </message>
    <message>
        <source>Sick</source>
        <comment>mood</comment>
        <translation>生病了</translation>
    </message>
    <message>
        <source>On holiday</source>
        <comment>mood</comment>
        <translation>度假中</translation>
    </message>
    <message>
        <source>Dazed</source>
        <comment>mood</comment>
        <translation>发呆</translation>
    </message>
    <message>
        <source>Angry</source>
        <comment>mood</comment>
        <translation>生气</translation>
    </message>
    <message>
        <source>Sad</source>
        <comment>mood</comment>
        <translation>难过</translation>
    </message>
    <message>
        <source>Panicked</source>
        <comment>mood</comment>
        <translation>惊慌</translation>
    </message>
    <message>
        <source>Ill</source>
        <comment>mood</comment>
        <translation>不舒服</translation>
    </message>
    <message>
        <source>Sleepy</source>
        <comment>mood</comment>
        <translation>困了</translation>
    </message>
    <message>
        <source>Sport</source>
        <comment>mood</comment>
        <translation>运动</translation>
    </message>
    <message>
        <source>Secret</source>
        <comment>mood</comment>
        <translation>保密</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>关闭此通知</translation>
    </message>
</context>
<context>
    <name>OwnCard</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back to contacts</source>
        <translation>返回联系人列表</translation>
    </message>
    <message>
        <source>My status</source>
        <translation>我的状态</translation>
    </message>
    <message>
        <source>Quick moods</source>
        <translation>快捷心情</translation>
    </message>
    <message>
        <source>Your account id</source>
        <translation>你的账号 ID</translation>
    </message>
    <message>
        <source>Copy your account id</source>
        <translation>复制你的账号 ID</translation>
    </message>
    <message>
        <source>Give it to people on the same server so that they can add you.</source>
        <translation>把它告诉同一服务器上的人，他们就能添加你。</translation>
    </message>
    <message>
        <source>Today’s plan</source>
        <translation>今日计划</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>Plan for today</source>
        <translation>今天的计划</translation>
    </message>
    <message>
        <source>Parts of the plan</source>
        <translation>计划的各部分</translation>
    </message>
    <message>
        <source>&amp;Add a part</source>
        <translation>添加一部分(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>从(&amp;F)</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>到(&amp;T)</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Mood (empty: yours stays)</source>
        <translation>心情（留空则保持不变）</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>心情</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>RequestCard</name>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>屏蔽</translation>
    </message>
</context>
<context>
    <name>RequestsPanel</name>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Decline all…</source>
        <translation>全部拒绝…</translation>
    </message>
</context>
<context>
    <name>RosterPanel</name>
    <message>
        <source>Search contacts</source>
        <translation>搜索联系人</translation>
    </message>
    <message>
        <source>Contacts changed places; the list stands still while you use it. Click to sort it now.</source>
        <translation>联系人的顺序已变化；你使用列表时它保持不动。点击可立即重新排序。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Show all contacts</source>
        <translation>显示全部联系人</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Show contacts who are online</source>
        <translation>显示在线的联系人</translation>
    </message>
    <message>
        <source>Show my account</source>
        <translation>显示我的账号</translation>
    </message>
    <message>
        <source>Reachable</source>
        <translation>可聊</translation>
    </message>
    <message>
        <source>Show contacts who are free to chat</source>
        <translation>显示有空聊天的联系人</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Show contacts with unread messages</source>
        <translation>显示有未读消息的联系人</translation>
    </message>
</context>
<context>
    <name>ScheduleDialog</name>
    <message>
        <source>Weekly schedule</source>
        <translation>每周计划</translation>
    </message>
    <message>
        <source>Lines of the schedule</source>
        <translation>计划条目</translation>
    </message>
    <message>
        <source>&amp;Add a line</source>
        <translation>添加条目(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>从(&amp;F)</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>到(&amp;T)</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Mood (empty: yours stays)</source>
        <translation>心情（留空则保持不变）</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>心情</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>设置页面</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>&amp;Start Timbre when I log in</source>
        <translation>登录桌面时启动 Timbre(&amp;S)</translation>
    </message>
    <message>
        <source>It starts without a window: in the tray, or minimised where there is none.</source>
        <translation>启动时不显示窗口：进入托盘；没有托盘时最小化。</translation>
    </message>
    <message>
        <source>&amp;Keep running when the window is closed</source>
        <translation>关闭窗口后继续运行(&amp;K)</translation>
    </message>
    <message>
        <source>In the tray, where there is one. Your contacts go on seeing you.</source>
        <translation>有托盘时进入托盘。联系人仍能看到你。</translation>
    </message>
    <message>
        <source>Remember when contacts were &amp;last here</source>
        <translation>记住联系人上次在线的时间(&amp;L)</translation>
    </message>
    <message>
        <source>Only on this computer; nobody is told.</source>
        <translation>只保存在本机，不会告诉任何人。</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>&amp;Away after</source>
        <translation>离开(&amp;A)：</translation>
    </message>
    <message>
        <source>Minutes without a touch until Away</source>
        <translation>多少分钟无操作后变为离开</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>without a touch</source>
        <translation>无操作后</translation>
    </message>
    <message>
        <source>Away when this computer is &amp;locked or asleep</source>
        <translation>电脑锁定或休眠时变为离开(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Busy while the desktop keeps notifications quiet</source>
        <translation>桌面勿扰时变为忙碌(&amp;B)</translation>
    </message>
    <message>
        <source>Only in the place of Chat; what you pick yourself stays.</source>
        <translation>只代替“在线”；你自己选择的状态不变。</translation>
    </message>
    <message>
        <source>Remember &amp;moods I have used</source>
        <translation>记住用过的心情(&amp;M)</translation>
    </message>
    <message>
        <source>The same status in &amp;all accounts</source>
        <translation>所有账号使用相同状态(&amp;A)</translation>
    </message>
    <message>
        <source>What you pick in one is picked in the others too.</source>
        <translation>在一个账号中选择的状态也用于其他账号。</translation>
    </message>
    <message>
        <source>Strict &amp;invisible</source>
        <translation>严格隐身(&amp;I)</translation>
    </message>
    <message>
        <source>While Invisible, nothing at all is sent to anybody but those you allow: no answers, no receipts. The line is closed for a moment first, so that every client sees you leave. Without it your contacts also see you offline, but a client that asks can find out that you are there.</source>
        <translation>隐身时，除你允许的人之外，不向任何人发送任何内容：不应答，也不发回执。连接会先断开片刻，让所有客户端都看到你离线。不启用时，联系人同样看到你离线，但主动询问的客户端可能发现你在线。</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Tell me about new &amp;messages</source>
        <translation>有新消息时通知我(&amp;M)</translation>
    </message>
    <message>
        <source>Show what they &amp;say</source>
        <translation>显示消息内容(&amp;S)</translation>
    </message>
    <message>
        <source>Otherwise only who wrote.</source>
        <translation>否则只显示发送者。</translation>
    </message>
    <message>
        <source>Tell me about contact &amp;requests</source>
        <translation>有联系人请求时通知我(&amp;R)</translation>
    </message>
    <message>
        <source>Play &amp;sounds</source>
        <translation>播放声音(&amp;S)</translation>
    </message>
    <message>
        <source>Those of the desktop, never while you are Busy.</source>
        <translation>使用桌面的声音；忙碌时不播放。</translation>
    </message>
    <message>
        <source>Who is &amp;insistent is heard while I am Busy</source>
        <translation>忙碌时仍听到坚持联系我的人(&amp;I)</translation>
    </message>
    <message>
        <source>Whoever writes three times within five minutes.</source>
        <translation>五分钟内发来三次消息的人。</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>跟随桌面(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Compact rows in the contact list</source>
        <translation>联系人列表使用紧凑行(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;High-contrast status shapes</source>
        <translation>高对比度状态图形(&amp;H)</translation>
    </message>
    <message>
        <source>Larger, told apart by form alone.</source>
        <translation>更大，仅凭形状区分。</translation>
    </message>
    <message>
        <source>&amp;Reduced motion</source>
        <translation>减少动画(&amp;R)</translation>
    </message>
    <message>
        <source>Nothing slides or fades.</source>
        <translation>没有滑动或渐变。</translation>
    </message>
    <message>
        <source>&amp;Announce changes to screen readers</source>
        <translation>向屏幕阅读器播报变化(&amp;A)</translation>
    </message>
    <message>
        <source>Many at once become one sentence.</source>
        <translation>同时发生的多个变化合成一句。</translation>
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
        <translation>Timbre 暂时无法启动</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>出了什么问题</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>StatusHeader</name>
    <message>
        <source>Change your status</source>
        <translation>更改你的状态</translation>
    </message>
    <message>
        <source>Add contact</source>
        <translation>添加联系人</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Takes your last change back (Ctrl+Z)</source>
        <translation>撤销上一次更改 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Undo the change of my status</source>
        <translation>撤销对我的状态的更改</translation>
    </message>
</context>
<context>
    <name>VisibilityDialog</name>
    <message>
        <source>Who sees what</source>
        <translation>谁能看到什么</translation>
    </message>
    <message>
        <source>Show me &amp;as</source>
        <translation>将我显示为(&amp;A)</translation>
    </message>
    <message>
        <source>The first line that fits a contact holds. A state that is not your own goes without your mood.</source>
        <translation>对联系人适用的第一行生效。与你实际状态不同时，不附带心情。</translation>
    </message>
    <message>
        <source>Rules, the strongest first</source>
        <translation>规则，优先级高的在前</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>显示为</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Group or contact for a new rule</source>
        <translation>新规则的分组或联系人</translation>
    </message>
    <message>
        <source>A&amp;dd a rule</source>
        <translation>添加规则(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;May see me while I am invisible</source>
        <translation>隐身时可以看到我(&amp;M)</translation>
    </message>
    <message>
        <source>Contacts that may see me while I am invisible</source>
        <translation>隐身时可以看到我的联系人</translation>
    </message>
    <message>
        <source>&amp;Strictly: nobody else can tell</source>
        <translation>严格：其他人都无法得知(&amp;S)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Not connected.</source>
        <translation>未连接。</translation>
    </message>
    <message>
        <source>No server is known by this name, or this computer is offline.</source>
        <translation>找不到此名称的服务器，或这台电脑已离线。</translation>
    </message>
    <message>
        <source>Nobody listens at this address.</source>
        <translation>此地址没有服务器应答。</translation>
    </message>
    <message>
        <source>The server does not answer.</source>
        <translation>服务器没有响应。</translation>
    </message>
    <message>
        <source>What answers at this address is not a tim server.</source>
        <translation>此地址应答的不是 tim 服务器。</translation>
    </message>
    <message>
        <source>The server did not answer the sign-in in time.</source>
        <translation>服务器未及时回应登录。</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>连接已断开。</translation>
    </message>
    <message>
        <source>The server closed the connection.</source>
        <translation>服务器关闭了连接。</translation>
    </message>
    <message>
        <source>The certificate of the server cannot be trusted.</source>
        <translation>服务器的证书不受信任。</translation>
    </message>
    <message>
        <source>The server sent something Timbre cannot read.</source>
        <translation>服务器发送了 Timbre 无法读取的内容。</translation>
    </message>
    <message>
        <source>Name or password is wrong.</source>
        <translation>名称或密码错误。</translation>
    </message>
    <message>
        <source>Your sign-in has expired.</source>
        <translation>你的登录已过期。</translation>
    </message>
    <message>
        <source>You are signed in on another device.</source>
        <translation>你已在另一台设备上登录。</translation>
    </message>
    <message>
        <source>The server ended your session.</source>
        <translation>服务器结束了你的会话。</translation>
    </message>
    <message>
        <source>Too many devices are signed in.</source>
        <translation>登录的设备过多。</translation>
    </message>
    <message>
        <source>The server refused the sign-in.</source>
        <translation>服务器拒绝了登录。</translation>
    </message>
    <message>
        <source>This is not an address of a tim server.</source>
        <translation>这不是 tim 服务器的地址。</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>你已退出登录。</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation>正在重新连接…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Fetching your contacts…</source>
        <translation>正在获取联系人…</translation>
    </message>
    <message numerus="yes">
        <source>%1 Next try in %n s.</source>
        <extracomment>%1 is a whole sentence, &quot;The connection was lost.&quot;</extracomment>
        <translation>
            <numerusform>%1%n 秒后重试。</numerusform>
        </translation>
    </message>
    <message>
        <source>You are not connected. Try again when the line is back.</source>
        <translation>你尚未连接。恢复连接后请重试。</translation>
    </message>
    <message>
        <source>The server did not answer. Please try again.</source>
        <translation>服务器没有应答，请重试。</translation>
    </message>
    <message>
        <source>There is no account %1 on this server.</source>
        <translation>此服务器上没有账号 %1。</translation>
    </message>
    <message>
        <source>This is your own account.</source>
        <translation>这是你自己的账号。</translation>
    </message>
    <message>
        <source>%1 does not accept requests from you.</source>
        <translation>%1 不接受你的请求。</translation>
    </message>
    <message>
        <source>%1 is already in your contacts.</source>
        <translation>%1 已在你的联系人中。</translation>
    </message>
    <message>
        <source>The server could not do this. Please try again later.</source>
        <translation>服务器无法完成此操作，请稍后再试。</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>today %1</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation>昨天 %1</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <extracomment>a date without its year, as QDate::toString() takes it</extracomment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <extracomment>a date, as QDate::toString() takes it</extracomment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message>
        <source>Don’t clear</source>
        <translation>不清除</translation>
    </message>
    <message>
        <source>30 minutes</source>
        <translation>30 分钟</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>4 hours</source>
        <translation>4 小时</translation>
    </message>
    <message>
        <source>Today</source>
        <comment>clear after</comment>
        <translation>今天</translation>
    </message>
    <message>
        <source>This week</source>
        <comment>clear after</comment>
        <translation>本周</translation>
    </message>
    <message>
        <source>until %1</source>
        <extracomment>%1 is a time, a day of the week or a date: &quot;until 15:00&quot;, &quot;until Friday&quot;, &quot;until 20 March&quot;</extracomment>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <extracomment>%1 is a state, %2 a time, a day of the week or a date: &quot;Busy until 15:00&quot;, &quot;Away until Friday&quot;</extracomment>
        <translation>%1至 %2</translation>
    </message>
    <message>
        <source>locked since %1</source>
        <translation>自 %1 起锁屏</translation>
    </message>
    <message>
        <source>idle since %1</source>
        <translation>自 %1 起空闲</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <comment>clear after</comment>
        <translation>明早</translation>
    </message>
    <message>
        <source>Going invisible: signing in again without telling anyone.</source>
        <translation>正在隐身：重新登录且不通知任何人。</translation>
    </message>
    <message>
        <source>The proxy cannot be reached. See Settings, Accounts &amp; connection.</source>
        <translation>无法连接代理。请见“设置”中的“账号与连接”。</translation>
    </message>
    <message>
        <source>The proxy wants a name and a password, or others than these.</source>
        <translation>代理需要用户名和密码，或者当前的不正确。</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <extracomment>%1 is &quot;Busy until 15:00&quot;, %2 a state</extracomment>
        <translation>%1，然后%2</translation>
    </message>
    <message>
        <source>Changes too often; shown again at %1</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation>变化过于频繁；%1 再次显示</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n 小时前</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline, left %1</source>
        <extracomment>%1 is a time, &quot;14:02&quot; or &quot;yesterday 18:40&quot;</extracomment>
        <translation>离线，%1 离开</translation>
    </message>
    <message>
        <source>Offline, last seen %1</source>
        <extracomment>%1 is &quot;5 minutes ago&quot;, &quot;yesterday 18:40&quot;</extracomment>
        <translation>离线，上次在线：%1</translation>
    </message>
    <message>
        <source>No status, last seen %1</source>
        <translation>无状态，上次在线：%1</translation>
    </message>
    <message>
        <source>No status received yet</source>
        <translation>尚未收到状态</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <extracomment>%1 is a state, %2 a time: &quot;Busy, as of 14:05&quot;</extracomment>
        <translation>%1，截至 %2</translation>
    </message>
</context>
<context>
    <name>timbre::app::Application</name>
    <message>
        <source>Timbre is not signed in yet.</source>
        <translation>Timbre 尚未登录。</translation>
    </message>
    <message>
        <source>The password was not saved; Timbre will ask for it at the next start.</source>
        <translation>密码未保存；下次启动时 Timbre 会再次询问。</translation>
    </message>
</context>
<context>
    <name>timbre::app::NoticeCenter</name>
    <message numerus="yes">
        <source>%n message(s) %1</source>
        <extracomment>%1 is &quot;from 3 people&quot;</extracomment>
        <translation>
            <numerusform>%1的 %n 条消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n people</source>
        <translation>
            <numerusform>来自 %n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact request(s)</source>
        <translation>
            <numerusform>%n 个联系人请求</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) you wait for</source>
        <translation>
            <numerusform>%n 位你等待的联系人</numerusform>
        </translation>
    </message>
    <message>
        <source>While you were busy</source>
        <translation>在你忙碌期间</translation>
    </message>
    <message>
        <source>New in Timbre</source>
        <translation>Timbre 新动态</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n new)</source>
        <extracomment>%1 is a name</extracomment>
        <translation>
            <numerusform>%1（%n 条新消息）</numerusform>
        </translation>
    </message>
    <message>
        <source>You have a new message.</source>
        <translation>你有一条新消息。</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>回复 %1</translation>
    </message>
    <message>
        <source>%1 wants to be your contact</source>
        <translation>%1 想成为你的联系人</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>%1 is free to chat</source>
        <translation>%1 现在有空聊天</translation>
    </message>
    <message>
        <source>%1 is online</source>
        <translation>%1 已上线</translation>
    </message>
    <message>
        <source>%1 is not signed in</source>
        <extracomment>%1 is an account</extracomment>
        <translation>%1 未登录</translation>
    </message>
</context>
<context>
    <name>timbre::app::SignInFlow</name>
    <message>
        <source>This account is signed in already.</source>
        <translation>此账号已经登录。</translation>
    </message>
    <message>
        <source>Starting the server of this computer…</source>
        <translation>正在启动本机服务器…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Creating the account…</source>
        <translation>正在创建账号…</translation>
    </message>
</context>
<context>
    <name>timbre::app::Words</name>
    <message>
        <source>The folder %1 cannot be written. Choose another one with --profile.</source>
        <translation>无法写入文件夹 %1。请用 --profile 指定另一个文件夹。</translation>
    </message>
    <message>
        <source>Another Timbre is already running with the data in %1. Use that window, or start this one with --profile and another folder.</source>
        <translation>另一个 Timbre 正在使用 %1 中的数据。请使用那个窗口，或用 --profile 指定另一个文件夹来启动。</translation>
    </message>
    <message>
        <source>The saved contacts and settings could not be read. They were set aside as %1; try again to start with fresh ones. Your contacts come back from the server.</source>
        <translation>无法读取已保存的联系人和设置，已将其移到 %1。重试即可重新开始，联系人会从服务器恢复。</translation>
    </message>
    <message>
        <source>The data in %1 was written by a newer Timbre. Please start that one; nothing was changed.</source>
        <translation>%1 中的数据由更新版本的 Timbre 写入。请启动那个版本；未作任何更改。</translation>
    </message>
    <message>
        <source>The disk is full. Timbre keeps working, but what changes now is not saved in %1 until there is room.</source>
        <translation>磁盘已满。Timbre 可继续使用，但在腾出空间之前，更改不会保存到 %1。</translation>
    </message>
    <message>
        <source>Another program already uses %1.</source>
        <translation>另一个程序正在使用 %1。</translation>
    </message>
    <message>
        <source>This computer has no address %1 to listen on.</source>
        <translation>这台电脑没有可监听的地址 %1。</translation>
    </message>
    <message>
        <source>The server&apos;s data folder %1 cannot be written.</source>
        <translation>无法写入服务器的数据文件夹 %1。</translation>
    </message>
    <message>
        <source>Another server already uses the data in %1.</source>
        <translation>另一个服务器正在使用 %1 中的数据。</translation>
    </message>
    <message>
        <source>The server&apos;s database %1 is damaged. Nothing was changed; restore a copy of it, or move it away to start afresh.</source>
        <translation>服务器的数据库 %1 已损坏。未作任何更改；请恢复备份，或将其移走以重新开始。</translation>
    </message>
    <message>
        <source>The server&apos;s database %1 was written by a newer Timbre.</source>
        <translation>服务器的数据库 %1 由更新版本的 Timbre 写入。</translation>
    </message>
    <message>
        <source>This name is taken on that server. Choose another one, or sign in.</source>
        <translation>该服务器上已有此名称。请换一个名称，或直接登录。</translation>
    </message>
    <message>
        <source>Name and password do not fit together.</source>
        <translation>名称与密码不匹配。</translation>
    </message>
    <message>
        <source>The server cannot be reached. Check the address and your connection.</source>
        <translation>无法连接到服务器。请检查地址和网络连接。</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>服务器未及时应答。</translation>
    </message>
    <message>
        <source>The server refused this password; it takes only short ones. Try one of at most 12 characters.</source>
        <translation>服务器拒绝了此密码；它只接受较短的密码。请使用不超过 12 个字符的密码。</translation>
    </message>
    <message>
        <source>This is not the address of a server.</source>
        <translation>这不是服务器地址。</translation>
    </message>
    <message>
        <source>There is a server at this address, but it does not speak tim.</source>
        <translation>此地址有服务器，但它不使用 tim 协议。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted, so nothing was sent.</source>
        <translation>服务器的证书不受信任，因此未发送任何内容。</translation>
    </message>
    <message>
        <source>The server refused (code %1).</source>
        <translation>服务器拒绝了请求（代码 %1）。</translation>
    </message>
    <message>
        <source>Please type the server&apos;s address.</source>
        <translation>请输入服务器地址。</translation>
    </message>
    <message>
        <source>This is no address. It looks like im.example.org or wss://im.example.org:20003.</source>
        <translation>这不是有效的地址。地址形如 im.example.org 或 wss://im.example.org:20003。</translation>
    </message>
    <message>
        <source>The address starts with wss:// or ws://.</source>
        <translation>地址以 wss:// 或 ws:// 开头。</translation>
    </message>
    <message>
        <source>Leave name and password out of the address.</source>
        <translation>请不要在地址中包含名称和密码。</translation>
    </message>
    <message>
        <source>Leave out what follows the server&apos;s name; tim always answers at /tim.</source>
        <translation>请去掉服务器名称之后的部分；tim 始终在 /tim 应答。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate cannot be used: %1.</source>
        <translation>服务器的证书无法使用：%1。</translation>
    </message>
    <message>
        <source>The keychain has no password for this account. Please type it.</source>
        <translation>密钥环中没有此账号的密码，请输入。</translation>
    </message>
    <message>
        <source>This desktop has no keychain that runs, so the password must be typed each time.</source>
        <translation>此桌面没有正在运行的密钥环，因此每次都需要输入密码。</translation>
    </message>
    <message>
        <source>The keychain is locked and did not give the password. Please type it.</source>
        <translation>密钥环已锁定，未能取得密码，请输入。</translation>
    </message>
    <message>
        <source>The keychain did not answer in time. Please type the password.</source>
        <translation>密钥环没有及时应答，请输入密码。</translation>
    </message>
    <message>
        <source>The keychain does not work as it should. Please type the password.</source>
        <translation>密钥环工作异常，请输入密码。</translation>
    </message>
</context>
<context>
    <name>timbre::gui::AboutDialog</name>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
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
        <translation>地址以 wss:// 或 ws:// 开头。</translation>
    </message>
    <message>
        <source>Encrypted: nobody on the way can read along.</source>
        <translation>已加密：途中无人能够偷看。</translation>
    </message>
    <message>
        <source>Not encrypted, but it does not leave this computer.</source>
        <translation>未加密，但不会离开本机。</translation>
    </message>
    <message>
        <source>Not encrypted: others on the network can read everything, your password too.</source>
        <translation>未加密：网络上的其他人可以看到一切，包括你的密码。</translation>
    </message>
    <message>
        <source>As the desktop says</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
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
        <translation>保存在桌面的密钥环中。</translation>
    </message>
    <message>
        <source>Not kept; Timbre asks for it at the next start.</source>
        <translation>未保存；下次启动时会询问。</translation>
    </message>
    <message>
        <source>This is not an address. It looks like wss://chat.example.org.</source>
        <translation>这不是地址。地址形如 wss://chat.example.org。</translation>
    </message>
    <message>
        <source>That is one too many.</source>
        <translation>数量已达上限。</translation>
    </message>
</context>
<context>
    <name>timbre::gui::AccountsMenu</name>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>添加账号…</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is an account, %2 what it is: &quot;alice, Busy&quot;</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source> · %n unread</source>
        <extracomment>after an account and its status</extracomment>
        <translation>
            <numerusform> · %n 条未读</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timbre::gui::AddContactDialog</name>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>还可输入 %n 个字符</numerusform>
        </translation>
    </message>
    <message>
        <source>I am %1.</source>
        <translation>我是 %1。</translation>
    </message>
    <message>
        <source>Type the account name or the id you were given.</source>
        <translation>请输入对方给你的账号名或 ID。</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>You are invisible. Who gets this request will know you are here.</source>
        <translation>你处于隐身状态。收到此请求的人会知道你在线。</translation>
    </message>
    <message>
        <source>&amp;Let them see me while I am invisible</source>
        <translation>隐身时允许对方看到我(&amp;L)</translation>
    </message>
</context>
<context>
    <name>timbre::gui::AnnouncementBatch</name>
    <message>
        <source>%1 came online</source>
        <translation>%1上线了</translation>
    </message>
    <message>
        <source>%1 and %2 came online</source>
        <translation>%1和%2上线了</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) came online</source>
        <translation>
            <numerusform>%n 位联系人上线了</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1离开了</translation>
    </message>
    <message>
        <source>%1 and %2 left</source>
        <translation>%1和%2离开了</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) left</source>
        <translation>
            <numerusform>%n 位联系人离开了</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is now %2</source>
        <extracomment>%1 is a name, %2 a state: &quot;Anna is now Busy&quot;</extracomment>
        <translation>%1现在是%2</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) changed their status</source>
        <translation>
            <numerusform>%n 位联系人更改了状态</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between parts of one sentence: &quot;3 contacts came online, Ben left&quot;</extracomment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>timbre::gui::CertificatePanel</name>
    <message>
        <source>The certificate of %1 is not known on this computer. Nothing was sent yet.</source>
        <translation>本机不认识 %1 的证书。尚未发送任何内容。</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one its operator gives you by another way. If they differ, somebody may be reading along.</source>
        <translation>请将指纹与服务器管理者通过其他途径告知的指纹核对。如果不同，可能有人在偷看。</translation>
    </message>
    <message>
        <source>Alarm: the certificate of %1 is another one than you trusted. Either its operator has made a new one, or somebody is between you and the server. Nothing was sent.</source>
        <translation>警报：%1 的证书与你信任的不同。可能是管理者更换了证书，也可能有人介于你和服务器之间。未发送任何内容。</translation>
    </message>
    <message>
        <source>Trust the new one only if its operator confirms it.</source>
        <translation>只有在管理者确认后才信任新证书。</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be used: it has expired or is damaged. Nothing was sent. Only its operator can put that right.</source>
        <translation>%1 的证书无法使用：已过期或已损坏。未发送任何内容。只有管理者能够解决。</translation>
    </message>
    <message>
        <source>It was made for another name: %1.</source>
        <translation>它是为另一个名称签发的：%1。</translation>
    </message>
    <message>
        <source>&amp;Trust the new one</source>
        <translation>信任新证书(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Trust</source>
        <translation>信任(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Don’t connect</source>
        <translation>不连接(&amp;D)</translation>
    </message>
</context>
<context>
    <name>timbre::gui::ClearAfterMenu</name>
    <message>
        <source>Clear after</source>
        <translation>清除时间</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
</context>
<context>
    <name>timbre::gui::ConfirmBar</name>
    <message>
        <source>Remove %1 from your contacts?</source>
        <translation>要从联系人中移除 %1 吗？</translation>
    </message>
    <message>
        <source>Block %1?</source>
        <translation>要屏蔽 %1 吗？</translation>
    </message>
    <message>
        <source>You will no longer see each other’s status.</source>
        <translation>你们将不再看到彼此的状态。</translation>
    </message>
    <message>
        <source>You will no longer see each other’s status, and new requests from them are refused.</source>
        <translation>你们将不再看到彼此的状态，对方的新请求也会被拒绝。</translation>
    </message>
    <message>
        <source>New requests from them are refused. The server tells them that you blocked them.</source>
        <translation>对方的新请求会被拒绝。服务器会告知对方你已将其屏蔽。</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>屏蔽</translation>
    </message>
    <message>
        <source>Remove and block</source>
        <translation>移除并屏蔽</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>timbre::gui::ConnectionStrip</name>
    <message>
        <source>No connection since %1. %2</source>
        <extracomment>%1 is a time of day, %2 a whole sentence</extracomment>
        <translation>自 %1 起未连接。%2</translation>
    </message>
    <message>
        <source>You stay signed out here.</source>
        <translation>此处保持退出状态。</translation>
    </message>
    <message>
        <source>Use here</source>
        <translation>在此使用</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>重新登录</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>原因：%1</translation>
    </message>
</context>
<context>
    <name>timbre::gui::ContactCard</name>
    <message>
        <source>Request sent %1</source>
        <extracomment>%1 is a time, &quot;14:05&quot; or &quot;yesterday 18:40&quot;</extracomment>
        <translation>请求已于 %1 发送</translation>
    </message>
    <message>
        <source>Request sent</source>
        <translation>请求已发送</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>已屏蔽</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <extracomment>%1 is a state, %2 a time: &quot;Busy since 14:02&quot;</extracomment>
        <translation>%1（自 %2 起）</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未</translation>
    </message>
    <message>
        <source>You will see each other’s status once %1 accepts.</source>
        <translation>%1 接受后，你们就能看到彼此的状态。</translation>
    </message>
    <message>
        <source>%1 uses a client with states of its own (number %2).</source>
        <translation>%1 使用的客户端有自定义状态（编号 %2）。</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>撤回…</translation>
    </message>
    <message>
        <source>Unblock…</source>
        <translation>解除屏蔽…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>重命名 %1</translation>
    </message>
    <message>
        <source>Unpin %1</source>
        <translation>取消置顶 %1</translation>
    </message>
    <message>
        <source>Pin %1</source>
        <translation>置顶 %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation>屏蔽 %1</translation>
    </message>
    <message>
        <source>%1, idle since %2</source>
        <extracomment>%1 is a state, %2 a time: &quot;Away, idle since 14:02&quot;</extracomment>
        <translation>%1，自 %2 起空闲</translation>
    </message>
    <message>
        <source>What %1 saw of me</source>
        <translation>%1 看到的我的状态</translation>
    </message>
</context>
<context>
    <name>timbre::gui::ContactMenu</name>
    <message>
        <source>Show card</source>
        <translation>显示名片</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Block…</source>
        <translation>屏蔽…</translation>
    </message>
</context>
<context>
    <name>timbre::gui::ConversationDelegate</name>
    <message>
        <source>Not sent: the server did not answer.</source>
        <translation>未发送：服务器没有应答。</translation>
    </message>
    <message>
        <source>Not sent: you are not in each other’s contacts.</source>
        <translation>未发送：你们不是彼此的联系人。</translation>
    </message>
    <message>
        <source>Not sent: this account no longer exists.</source>
        <translation>未发送：该账号已不存在。</translation>
    </message>
    <message>
        <source>Not sent: you are blocked.</source>
        <translation>未发送：你已被屏蔽。</translation>
    </message>
    <message>
        <source>Not sent: the server could not take it.</source>
        <translation>未发送：服务器未能接收。</translation>
    </message>
    <message>
        <source>Message taken back</source>
        <translation>消息已撤回</translation>
    </message>
    <message>
        <source>Today</source>
        <comment>above the messages of a day</comment>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <comment>above the messages of a day</comment>
        <translation>昨天</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <extracomment>A day of this year, as QLocale::toString() takes it: &quot;Friday, 20 November&quot;</extracomment>
        <translation>M月d日 dddd</translation>
    </message>
    <message>
        <source>You</source>
        <comment>wrote this message</comment>
        <translation>你</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>%1 is a name or &quot;You&quot;, %2 a time, %3 what they wrote</extracomment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>%1 (waiting to be sent)</source>
        <extracomment>%1 is a message</extracomment>
        <translation>%1（等待发送）</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>%1 is a day, %2 a message</extracomment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>New messages</source>
        <translation>新消息</translation>
    </message>
</context>
<context>
    <name>timbre::gui::ConversationPane</name>
    <message>
        <source>No status received yet</source>
        <translation>尚未收到状态</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <extracomment>%1 is a state, %2 a time: &quot;Busy, as of 14:05&quot;</extracomment>
        <translation>%1，截至 %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1 is a state, %2 a mood text: &quot;Busy · in a meeting&quot;</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>You are invisible. %1 will know that you are here.</source>
        <translation>你处于隐身状态。%1 会知道你在线。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Show the card of %1</source>
        <translation>显示 %1 的名片</translation>
    </message>
    <message>
        <source>%1 is not in your contacts.</source>
        <translation>%1 不在你的联系人中。</translation>
    </message>
    <message>
        <source>Messages with %1</source>
        <translation>与 %1 的消息</translation>
    </message>
    <message>
        <source>Message to %1</source>
        <translation>发给 %1 的消息</translation>
    </message>
    <message>
        <source>Nothing said yet. Say hello to %1.</source>
        <translation>还没有消息。向 %1 打个招呼吧。</translation>
    </message>
    <message>
        <source>No connection. What you write will be sent when you are back.</source>
        <translation>未连接。你写的内容会在重新连接后发送。</translation>
    </message>
    <message>
        <source>%1 is busy until %2 (your time).</source>
        <translation>%1 忙碌至 %2（你的时间）。</translation>
    </message>
    <message>
        <source>%1 is busy.</source>
        <translation>%1 正忙。</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) not sent</source>
        <translation>
            <numerusform>%n 条消息未发送</numerusform>
        </translation>
    </message>
    <message>
        <source>Send again what was not sent</source>
        <translation>重新发送未发出的消息</translation>
    </message>
    <message>
        <source>Delete what was not sent</source>
        <translation>删除未发出的消息</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>还可输入 %n 个字符</numerusform>
        </translation>
    </message>
    <message>
        <source>What you wrote waits: it would tell %1 that you are here.</source>
        <translation>你写的消息正在等待：发送会让%1知道你在。</translation>
    </message>
</context>
<context>
    <name>timbre::gui::DigestPanel</name>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 is names</extracomment>
        <translation>
            <numerusform>%1等另外 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>While you were away (since %1)</source>
        <extracomment>%1 is a time, &quot;14:02&quot; or &quot;yesterday 18:40&quot;</extracomment>
        <translation>你离开期间（自 %1 起）</translation>
    </message>
    <message>
        <source>While you were busy (since %1)</source>
        <translation>你忙碌期间（自 %1 起）</translation>
    </message>
    <message>
        <source>While there was no connection (since %1)</source>
        <translation>没有连接期间（自 %1 起）</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) from %1.</source>
        <extracomment>%1 is names</extracomment>
        <translation>
            <numerusform>%1 发来 %n 条消息。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is now %2.</source>
        <translation>%1 现在是%2。</translation>
    </message>
    <message>
        <source>%1 is now %2: %3</source>
        <translation>%1 现在是%2：%3</translation>
    </message>
    <message numerus="yes">
        <source>%1 came online.</source>
        <extracomment>%1 is names</extracomment>
        <translation>
            <numerusform>%1 上线了。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 says: %2</source>
        <extracomment>%1 is a name, %2 a mood</extracomment>
        <translation>%1 说：%2</translation>
    </message>
    <message numerus="yes">
        <source>%1 went offline.</source>
        <extracomment>%1 is names</extracomment>
        <translation>
            <numerusform>%1 下线了。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more change(s).</source>
        <translation>
            <numerusform>还有 %n 项变化。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timbre::gui::FaceMenu</name>
    <message>
        <source>As I pick it</source>
        <translation>与我选择的一致</translation>
    </message>
    <message>
        <source>Looks offline</source>
        <translation>显示为离线</translation>
    </message>
    <message>
        <source>Show as</source>
        <translation>显示为</translation>
    </message>
    <message>
        <source>As the rules say (%1)</source>
        <extracomment>%1 is what a contact is shown as without a rule of its own: &quot;Busy&quot;, &quot;Looks offline&quot;</extracomment>
        <translation>按规则（%1）</translation>
    </message>
    <message>
        <source>%1 has seen you since you signed in:</source>
        <translation>自你登录以来%1已看到你：</translation>
    </message>
    <message>
        <source>sign out, choose this, and sign in again.</source>
        <translation>请退出登录，选择此项，再重新登录。</translation>
    </message>
</context>
<context>
    <name>timbre::gui::FilterField</name>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>timbre::gui::FirstRunWindow</name>
    <message>
        <source>Type the address of the server.</source>
        <translation>请输入服务器地址。</translation>
    </message>
    <message>
        <source>This is not an address. It looks like wss://chat.example.org.</source>
        <translation>这不是有效的地址。地址形如 wss://chat.example.org。</translation>
    </message>
    <message>
        <source>Type the name others will see.</source>
        <translation>请输入别人将看到的名字。</translation>
    </message>
    <message>
        <source>Type the name of your account.</source>
        <translation>请输入你的账号名。</translation>
    </message>
    <message>
        <source>Type the password.</source>
        <translation>请输入密码。</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>在这台电脑上</translation>
    </message>
    <message>
        <source>Timbre runs a small server for you. Nothing to know, nothing to set up.</source>
        <translation>Timbre 会为你运行一个小型服务器，无需了解，也无需设置。</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>You have an account on a tim server.</source>
        <translation>你已有 tim 服务器上的账号。</translation>
    </message>
    <message>
        <source>Create account</source>
        <translation>创建账号</translation>
    </message>
    <message>
        <source>On a tim server whose address you know.</source>
        <translation>在你知道地址的 tim 服务器上。</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>你的名字(&amp;N)</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Start as %1</source>
        <translation>以“%1”状态启动</translation>
    </message>
    <message>
        <source>You look offline to your contacts, and see them as they change.</source>
        <translation>联系人看到你是离线，而你能看到他们的状态变化。</translation>
    </message>
    <message>
        <source>Your contacts see that you are here.</source>
        <translation>联系人能看到你在线。</translation>
    </message>
    <message>
        <source>An address begins with wss:// or ws://.</source>
        <translation>地址以 wss:// 或 ws:// 开头。</translation>
    </message>
    <message>
        <source>Encrypted: nobody on the way can read along.</source>
        <translation>已加密：途中无人能读取。</translation>
    </message>
    <message>
        <source>Not encrypted, but it does not leave this computer.</source>
        <translation>未加密，但数据不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Not encrypted: others on the network can read everything, your password too.</source>
        <translation>未加密：网络上的其他人能读取一切，包括你的密码。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>timbre::gui::GroupHeaderMenu</name>
    <message>
        <source>Name of the group</source>
        <translation>分组名称</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove group (its contacts stay)</source>
        <translation>删除分组（联系人保留）</translation>
    </message>
</context>
<context>
    <name>timbre::gui::GroupMenu</name>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Group names are kept in your profile on the server, where others can read them.</source>
        <translation>分组名称保存在服务器上你的资料中，他人可以读到。</translation>
    </message>
    <message>
        <source>A newer Timbre wrote your groups here. Changes last until you quit.</source>
        <translation>此处的分组由更新版本的 Timbre 写入，更改只保留到退出为止。</translation>
    </message>
    <message>
        <source>A newer Timbre wrote your groups on the server. Changes stay on this computer.</source>
        <translation>服务器上的分组由更新版本的 Timbre 写入，更改只保留在这台电脑上。</translation>
    </message>
    <message>
        <source>New group…</source>
        <translation>新建分组…</translation>
    </message>
</context>
<context>
    <name>timbre::gui::InlineRename</name>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
</context>
<context>
    <name>timbre::gui::LedgerDialog</name>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>All contacts</source>
        <translation>所有联系人</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 is names</extracomment>
        <translation>
            <numerusform>%1等另外 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is a state, %2 a mood</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>Asked %n time(s), was answered</source>
        <translation>
            <numerusform>询问了 %n 次，已回答</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Asked %n time(s), was not answered</source>
        <translation>
            <numerusform>询问了 %n 次，未回答</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked, was answered</source>
        <translation>询问过，已回答</translation>
    </message>
    <message>
        <source>Asked, was not answered</source>
        <translation>询问过，未回答</translation>
    </message>
    <message>
        <source>Became a contact</source>
        <translation>成为联系人</translation>
    </message>
    <message>
        <source>No contact any more</source>
        <translation>不再是联系人</translation>
    </message>
    <message>
        <source>Not one of your contacts</source>
        <translation>不是你的联系人</translation>
    </message>
    <message>
        <source>You picked it</source>
        <translation>你选择的</translation>
    </message>
    <message>
        <source>The status before had ended</source>
        <translation>之前的状态已结束</translation>
    </message>
    <message>
        <source>Your schedule</source>
        <translation>你的日程</translation>
    </message>
    <message>
        <source>Nobody was at this computer</source>
        <translation>没有人在这台电脑前</translation>
    </message>
    <message>
        <source>You were back</source>
        <translation>你回来了</translation>
    </message>
    <message>
        <source>This computer’s do not disturb</source>
        <translation>这台电脑的勿扰模式</translation>
    </message>
    <message>
        <source>Picked on another device</source>
        <translation>在另一台设备上选择的</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>已登录</translation>
    </message>
    <message>
        <source>Repeated after signing in</source>
        <translation>登录后重复发送</translation>
    </message>
    <message>
        <source>They asked</source>
        <translation>对方询问</translation>
    </message>
    <message>
        <source>Asked how they are</source>
        <translation>询问对方状态</translation>
    </message>
    <message>
        <source>Your name changed</source>
        <translation>你的名字改变了</translation>
    </message>
    <message>
        <source>A newer Timbre kept this list. Nothing is added to it until you use that one again.</source>
        <translation>此列表由更新版本的 Timbre 保存。再次使用该版本之前，不会添加新内容。</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>还没有内容。</translation>
    </message>
    <message>
        <source>The last 30 days, kept on this computer only.</source>
        <translation>最近 30 天，只保存在这台电脑上。</translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation>全部忘记</translation>
    </message>
    <message>
        <source>Press again to forget all</source>
        <translation>再按一次以全部忘记</translation>
    </message>
</context>
<context>
    <name>timbre::gui::MainMenu</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Sort contacts</source>
        <translation>联系人排序</translation>
    </message>
</context>
<context>
    <name>timbre::gui::MainWindow</name>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is an account, %2 a server: &quot;alice on this computer&quot;</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a name, %2 a whole sentence</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Request sent to %1.</source>
        <translation>已向 %1 发送请求。</translation>
    </message>
    <message>
        <source>Changes are told from now on</source>
        <translation>从现在起播报变化</translation>
    </message>
    <message>
        <source>Changes are no longer told</source>
        <translation>不再播报变化</translation>
    </message>
</context>
<context>
    <name>timbre::gui::MoodEditor</name>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>还可输入 %n 个字符</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply the mood</source>
        <translation>应用心情</translation>
    </message>
</context>
<context>
    <name>timbre::gui::OwnCard</name>
    <message>
        <source>Your picture</source>
        <translation>你的头像</translation>
    </message>
    <message>
        <source>Set my status to %1</source>
        <translation>把我的状态设为%1</translation>
    </message>
    <message>
        <source>You look offline to people who use Timbre. Simple clients such as webtim may still show you as online.</source>
        <translation>使用 Timbre 的人会看到你离线。webtim 等简单客户端可能仍显示你在线。</translation>
    </message>
    <message>
        <source>Set my status to %1, %2</source>
        <extracomment>%1 is a state, %2 a mood</extracomment>
        <translation>把我的状态设为%1，%2</translation>
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
        <translation>%1 到 %2：%3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is &quot;12:00 to 13:00: Away&quot;, %2 a mood</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Ends before it begins</source>
        <translation>结束早于开始</translation>
    </message>
    <message>
        <source>A part that ends before it begins is not kept.</source>
        <translation>结束早于开始的部分不会保存。</translation>
    </message>
    <message>
        <source>One part after the other, such as lunch, then Busy, then Chat. Contacts who use Timbre see what comes next.</source>
        <translation>一部分接着一部分，例如午餐，然后忙碌，然后可聊天。使用 Timbre 的联系人能看到接下来是什么。</translation>
    </message>
    <message>
        <source>Holds while your status is Chat, before the weekly schedule.</source>
        <translation>在你的状态为可聊天时生效，优先于每周日程。</translation>
    </message>
</context>
<context>
    <name>timbre::gui::PlanStrip</name>
    <message>
        <source>Today’s plan</source>
        <translation>今天的计划</translation>
    </message>
    <message>
        <source>Chosen: %1. All: %2. Up and down move its end.</source>
        <extracomment>%1 is a part of the plan, %2 all parts</extracomment>
        <translation>已选：%1。全部：%2。上下键移动其结束时间。</translation>
    </message>
</context>
<context>
    <name>timbre::gui::PresenceWords</name>
    <message>
        <source>Chat</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>忙碌</translation>
    </message>
    <message>
        <source>Invisible</source>
        <translation>隐身</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1, leaving</source>
        <comment>state of a contact, e.g. Busy</comment>
        <translation>%1，正在离开</translation>
    </message>
    <message>
        <source>%1, being checked</source>
        <comment>state of a contact, e.g. Busy</comment>
        <translation>%1，正在确认</translation>
    </message>
    <message>
        <source>%1, not up to date</source>
        <comment>state of a contact, e.g. Busy</comment>
        <translation>%1，可能已过时</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>contact, state</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <comment>contact, state, mood</comment>
        <translation>%1：%2。%3</translation>
    </message>
</context>
<context>
    <name>timbre::gui::RequestCard</name>
    <message>
        <source>%1 appeared in your list without your approval.</source>
        <translation>%1 未经你同意出现在你的列表中。</translation>
    </message>
    <message>
        <source>Wants to be your contact.</source>
        <translation>想成为你的联系人。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>The server tells them that you blocked them</source>
        <translation>服务器会告知对方你已将其屏蔽</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>保留 %1</translation>
    </message>
    <message>
        <source>Accept %1</source>
        <translation>接受 %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Decline %1</source>
        <translation>拒绝 %1</translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation>屏蔽 %1</translation>
    </message>
    <message>
        <source>Request from %1</source>
        <translation>来自 %1 的请求</translation>
    </message>
    <message>
        <source>They will know you are here</source>
        <translation>对方会知道你在线</translation>
    </message>
</context>
<context>
    <name>timbre::gui::RequestsPanel</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n 个请求</numerusform>
        </translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>收起</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>requests</comment>
        <translation>
            <numerusform>还有 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show fewer (%n more wait)</source>
        <translation>
            <numerusform>收起（还有 %n 个等待）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Decline %n request(s)</source>
        <translation>
            <numerusform>拒绝 %n 个请求</numerusform>
        </translation>
    </message>
    <message>
        <source>Decline all…</source>
        <translation>全部拒绝…</translation>
    </message>
</context>
<context>
    <name>timbre::gui::RevealGuard</name>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Send and stay visible</source>
        <translation>发送并保持可见</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Do it and stay visible</source>
        <translation>继续并保持可见</translation>
    </message>
    <message>
        <source>%1 will know you are here.</source>
        <translation>%1会知道你在线。</translation>
    </message>
    <message>
        <source>You are hidden from them now. “Stay visible” lets them see you until you are visible again.</source>
        <translation>你现在对其隐身。“保持可见”会让对方看到你，直到你重新公开在线。</translation>
    </message>
</context>
<context>
    <name>timbre::gui::RosterDelegate</name>
    <message>
        <source>Pinned</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Free to chat</source>
        <translation>可聊天</translation>
    </message>
    <message>
        <source>Away or busy</source>
        <translation>离开或忙碌</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Calls themselves %1</source>
        <translation>自称 %1</translation>
    </message>
    <message>
        <source>Their program sent a state we do not know (%1)</source>
        <translation>对方的程序发送了未知状态（%1）</translation>
    </message>
    <message>
        <source>Request sent</source>
        <translation>请求已发送</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>state, mood</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln contact(s)</source>
        <comment>section of the roster</comment>
        <translation>
            <numerusform>%1：%Ln 个联系人</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>contact, state</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>sentence, time</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>idle since %1</source>
        <extracomment>%1 is a time, &quot;14:02&quot; or &quot;yesterday 18:40&quot;</extracomment>
        <translation>自 %1 起空闲</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>In no group</source>
        <translation>未分组</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <extracomment>%1 is a state, %2 a time: &quot;Busy since 14:02&quot;</extracomment>
        <translation>%1，从 %2 起</translation>
    </message>
    <message>
        <source>Idle since %1</source>
        <translation>从 %1 起无人操作</translation>
    </message>
    <message>
        <source>Last heard of %1</source>
        <extracomment>%1 is &quot;15 minutes ago&quot;</extracomment>
        <translation>最近一次收到消息：%1</translation>
    </message>
    <message numerus="yes">
        <source>Signed in on %Ln device(s)</source>
        <translation>
            <numerusform>在 %Ln 台设备上登录</numerusform>
        </translation>
    </message>
    <message>
        <source>Uses the web client: only a mood, no away or busy</source>
        <translation>使用网页客户端：只有心情，没有离开或忙碌</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unread message(s)</source>
        <translation>
            <numerusform>%Ln 条未读消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %Ln contact(s) online</source>
        <comment>group of the roster</comment>
        <translation>
            <numerusform>%1：%Ln 位联系人中 %2 位在线</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, folded</source>
        <translation>%1，已折叠</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <comment>contact, state, mood</comment>
        <translation>%1：%2。%3</translation>
    </message>
</context>
<context>
    <name>timbre::gui::RosterEmptyPage</name>
    <message>
        <source>No contacts yet</source>
        <translation>还没有联系人</translation>
    </message>
    <message>
        <source>Add someone by account name, or give them yours. You will see each other&apos;s status here.</source>
        <translation>通过账号名添加别人，或把你的账号告诉对方。你们会在这里看到彼此的状态。</translation>
    </message>
    <message>
        <source>Add contact</source>
        <translation>添加联系人</translation>
    </message>
    <message>
        <source>Nobody is online</source>
        <translation>没有人在线</translation>
    </message>
    <message>
        <source>Contacts appear here as they come.</source>
        <translation>联系人上线后会出现在这里。</translation>
    </message>
    <message>
        <source>No one matches</source>
        <translation>没有匹配的联系人</translation>
    </message>
    <message>
        <source>Nothing found for ‘%1’ in names, accounts and moods.</source>
        <translation>在名称、账号和心情中找不到“%1”。</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Nobody is free to chat</source>
        <translation>没有人有空聊天</translation>
    </message>
    <message>
        <source>Show all (%1)</source>
        <translation>显示全部（%1）</translation>
    </message>
    <message>
        <source>Nothing unread</source>
        <translation>没有未读消息</translation>
    </message>
    <message>
        <source>Contacts who write to you appear here until you have read it.</source>
        <translation>给你写消息的联系人会显示在这里，直到你读过为止。</translation>
    </message>
    <message>
        <source>Show all contacts</source>
        <translation>显示全部联系人</translation>
    </message>
</context>
<context>
    <name>timbre::gui::RosterPanel</name>
    <message>
        <source>Contacts</source>
        <translation>联系人</translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <comment>contacts</comment>
        <translation>
            <numerusform>找到 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 online</source>
        <translation>%2 人中 %1 人在线</translation>
    </message>
    <message numerus="yes">
        <source>%Ln offline hidden – show</source>
        <comment>contacts</comment>
        <translation>
            <numerusform>已隐藏 %Ln 个离线联系人 – 显示</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) waiting</source>
        <translation>
            <numerusform>%Ln 处变化待更新</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden – show</source>
        <comment>contacts</comment>
        <translation>
            <numerusform>已隐藏 %Ln 人 – 显示</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timbre::gui::ScheduleDialog</name>
    <message>
        <source>Every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>days</comment>
        <translation>%1至%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between days</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1, %2 to %3: %4</source>
        <extracomment>%1 is days, %2 and %3 times, %4 a state: &quot;Mon to Fri, 09:00 to 10:00: Busy&quot;</extracomment>
        <translation>%1，%2 至 %3：%4</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is &quot;Mon to Fri, 09:00 to 10:00: Busy&quot;, %2 a mood</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>On no day</source>
        <translation>未选择星期</translation>
    </message>
    <message>
        <source>Begins when it ends</source>
        <translation>开始与结束时间相同</translation>
    </message>
    <message>
        <source>A line without days, or that ends when it begins, is not kept.</source>
        <translation>没有选择星期或开始与结束相同的条目不会保存。</translation>
    </message>
    <message>
        <source>Holds while your status is Chat. Picking Chat during a line skips it.</source>
        <translation>仅在你的状态为“在线”时生效。在条目期间选择“在线”会跳过它。</translation>
    </message>
</context>
<context>
    <name>timbre::gui::SeeMeAs</name>
    <message>
        <source>choose a contact</source>
        <translation>选择联系人</translation>
    </message>
    <message>
        <source>See me as</source>
        <translation>以谁的视角看我</translation>
    </message>
    <message>
        <source>See me as this contact does</source>
        <translation>以该联系人的视角看我</translation>
    </message>
</context>
<context>
    <name>timbre::gui::SettingsDialog</name>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Accounts &amp; connection</source>
        <translation>账号与连接</translation>
    </message>
    <message>
        <source>This desktop tells when nobody touches it, and when it is locked.</source>
        <translation>本桌面会报告无操作的时间和锁定状态。</translation>
    </message>
    <message>
        <source>This desktop tells when nobody touches it, but not when it is locked.</source>
        <translation>本桌面会报告无操作的时间，但不报告锁定状态。</translation>
    </message>
    <message>
        <source>This desktop tells only when it is locked, so time without a touch cannot be seen.</source>
        <translation>本桌面只报告锁定状态，因此看不到无操作的时间。</translation>
    </message>
    <message>
        <source>This desktop tells neither, so Away comes only when you pick it.</source>
        <translation>本桌面两者都不报告，因此只有你自己选择时才会变为离开。</translation>
    </message>
    <message>
        <source>This desktop did not let Timbre write what that needs.</source>
        <translation>本桌面不允许 Timbre 写入所需的内容。</translation>
    </message>
    <message>
        <source>It starts without a window: in the tray, or minimised where there is none.</source>
        <translation>启动时不显示窗口：进入托盘；没有托盘时最小化。</translation>
    </message>
</context>
<context>
    <name>timbre::gui::StatusHeader</name>
    <message>
        <source>Offline — will be %1</source>
        <translation>离线 — 将为%1</translation>
    </message>
    <message>
        <source>Your contacts have not been told yet</source>
        <translation>尚未告知你的联系人</translation>
    </message>
    <message>
        <source>Set a mood</source>
        <translation>设置心情</translation>
    </message>
    <message>
        <source>Not shown to anyone while you are invisible</source>
        <translation>隐身时不向任何人显示</translation>
    </message>
    <message>
        <source>My status: %1</source>
        <translation>我的状态：%1</translation>
    </message>
    <message>
        <source>%1, not sent yet</source>
        <translation>%1，尚未发送</translation>
    </message>
    <message>
        <source>My mood: %1</source>
        <translation>我的心情：%1</translation>
    </message>
    <message>
        <source>Then your status goes back to the one before</source>
        <translation>到时将恢复为之前的状态</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is &quot;My status: Busy&quot;, %2 is &quot;until 15:00&quot;</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Click to say that you are here</source>
        <translation>点击表示你在</translation>
    </message>
    <message>
        <source>Your weekly schedule; pick Chat to skip it</source>
        <translation>你的每周计划；选择“在线”可跳过</translation>
    </message>
    <message>
        <source>desktop is quiet</source>
        <translation>桌面勿扰中</translation>
    </message>
    <message>
        <source>Busy as long as the desktop shows no notifications</source>
        <translation>桌面不显示通知期间，状态为忙碌</translation>
    </message>
</context>
<context>
    <name>timbre::gui::StatusMenu</name>
    <message>
        <source>My status</source>
        <translation>我的状态</translation>
    </message>
    <message>
        <source>Mood presets</source>
        <translation>预设心情</translation>
    </message>
    <message>
        <source>Edit mood…</source>
        <translation>编辑心情…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>No mood</source>
        <translation>不显示心情</translation>
    </message>
    <message>
        <source>Away, %1 – I am here</source>
        <extracomment>%1 is &quot;idle since 14:02&quot; or &quot;locked since 14:02&quot;</extracomment>
        <translation>离开，%1 – 我在</translation>
    </message>
    <message numerus="yes">
        <source>Away by itself after %n minute(s)</source>
        <translation>
            <numerusform>%n 分钟无操作后自动离开</numerusform>
        </translation>
    </message>
    <message>
        <source>Away by itself only when locked</source>
        <translation>仅在锁屏时自动离开</translation>
    </message>
    <message>
        <source>No automatic Away on this desktop</source>
        <translation>此桌面无法自动离开</translation>
    </message>
    <message>
        <source>Weekly schedule…</source>
        <translation>每周计划…</translation>
    </message>
    <message>
        <source>Away only when you pick it</source>
        <translation>只在你选择时离开</translation>
    </message>
    <message>
        <source>Plan for today…</source>
        <translation>今天的计划…</translation>
    </message>
    <message>
        <source>Show as…</source>
        <translation>显示为…</translation>
    </message>
</context>
<context>
    <name>timbre::gui::TellMeMenu</name>
    <message>
        <source>Tell me when</source>
        <translation>提醒我，当对方</translation>
    </message>
    <message>
        <source>A newer Timbre keeps these wishes; this one leaves them alone</source>
        <translation>这些提醒由较新版本的 Timbre 保存，此版本不作改动</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>上线</translation>
    </message>
    <message>
        <source>Free to chat</source>
        <translation>有空聊天</translation>
    </message>
    <message>
        <source>Only after two minutes of it</source>
        <translation>仅在持续两分钟后</translation>
    </message>
    <message>
        <source>Notify me even while I am busy</source>
        <translation>我忙碌时也通知我</translation>
    </message>
</context>
<context>
    <name>timbre::gui::TrayIcon</name>
    <message numerus="yes">
        <source>Next unread conversation (%n)</source>
        <translation>
            <numerusform>下一个未读会话（%n）</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide window</source>
        <translation>隐藏窗口</translation>
    </message>
    <message>
        <source>Show window</source>
        <translation>显示窗口</translation>
    </message>
    <message>
        <source>Mute for 1 hour</source>
        <translation>静音 1 小时</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Timbre: %1</source>
        <extracomment>%1 is &quot;Busy&quot;, &quot;not connected&quot;…</extracomment>
        <translation>Timbre：%1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n unread</source>
        <extracomment>%1 is &quot;Timbre: Busy&quot;</extracomment>
        <translation>
            <numerusform>%1，%n 条未读</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>timbre::gui::VisibilityDialog</name>
    <message>
        <source>Everyone</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Group %1</source>
        <extracomment>%1 is the name of a group of contacts</extracomment>
        <translation>分组%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a contact, a group or &quot;Everyone&quot;, %2 &quot;Busy&quot;, &quot;As I pick it&quot; or &quot;Looks offline&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 has seen you since you signed in. To look offline: sign out, choose it, and sign in again.</source>
        <translation>自你登录以来%1已看到你。要显示为离线：请退出登录，选择此项，再重新登录。</translation>
    </message>
    <message>
        <source>Some of them have seen you since you signed in. To look offline: sign out, choose it, and sign in again.</source>
        <translation>自你登录以来其中有人已看到你。要显示为离线：请退出登录，选择此项，再重新登录。</translation>
    </message>
    <message>
        <source>Nothing is sent to anyone but those ticked above. Going invisible closes the connection for a moment, so that the server itself calls you offline: no client can tell. Who is online you see only as they change something.</source>
        <translation>除上面勾选的人以外，不向任何人发送任何内容。隐身时会短暂断开连接，由服务器自己宣布你离线：任何客户端都无法得知。只有当别人更改状态时，你才能看到谁在线。</translation>
    </message>
    <message>
        <source>Contacts with Timbre see you offline. Simple clients such as webtim still show you as online.</source>
        <translation>使用 Timbre 的联系人会看到你离线。webtim 等简单客户端仍显示你在线。</translation>
    </message>
    <message>
        <source>The saved rules could not be read. Until you save new ones everyone sees you offline.</source>
        <translation>无法读取保存的规则。在你保存新规则之前，所有人都会看到你离线。</translation>
    </message>
    <message>
        <source>A newer Timbre wrote these rules. Changes made here last until you quit.</source>
        <translation>这些规则由更新版本的 Timbre 写入。此处所做的更改在你退出前有效。</translation>
    </message>
</context>
<context>
    <name>timbre::gui::VisibilityFlow</name>
    <message>
        <source>Who sees what…</source>
        <translation>谁能看到什么…</translation>
    </message>
    <message>
        <source>Invisible is strict</source>
        <translation>严格隐身</translation>
    </message>
    <message>
        <source>May see me while I am invisible</source>
        <translation>隐身时可以看到我</translation>
    </message>
    <message>
        <source>With a simple client such as webtim %1 sees you online.</source>
        <translation>使用 webtim 等简单客户端时，%1会看到你在线。</translation>
    </message>
    <message>
        <source>%1 as of %2</source>
        <extracomment>%1 is a state, %2 a time: &quot;Offline as of 14:05&quot;</extracomment>
        <translation>%1（截至 %2）</translation>
    </message>
    <message>
        <source>The server told %1 that you left. Since then nothing was sent.</source>
        <translation>服务器已告诉%1你已离开。此后没有发送任何内容。</translation>
    </message>
    <message>
        <source>Nothing was sent to %1 since you signed in.</source>
        <translation>自你登录以来没有向%1发送任何内容。</translation>
    </message>
    <message>
        <source>The rules of who sees what could not be read. Until you save new ones (status menu, Show as) everyone sees you offline.</source>
        <translation>无法读取“谁能看到什么”的规则。在你保存新规则（状态菜单，“显示为”）之前，所有人都会看到你离线。</translation>
    </message>
    <message>
        <source>Strictly invisible: nothing is sent to anyone, no client can tell. When you leave, the server itself tells your contacts that you went offline; an old client may show that.</source>
        <translation>严格隐身：不向任何人发送任何内容，任何客户端都无法得知。你离开时，服务器自己会告诉联系人你已离线；旧客户端可能会显示这一点。</translation>
    </message>
    <message>
        <source>Strictly invisible: nothing is sent to anyone else, no other client can tell. When you leave, the server itself tells your contacts that you went offline; an old client may show that.</source>
        <translation>严格隐身：不向其他任何人发送任何内容，其他客户端都无法得知。你离开时，服务器自己会告诉联系人你已离线；旧客户端可能会显示这一点。</translation>
    </message>
    <message>
        <source>Another device of yours is online: your contacts still see that one.</source>
        <translation>你的另一台设备在线：联系人仍能看到那台设备。</translation>
    </message>
    <message>
        <source>You are visible to: %1</source>
        <extracomment>%1 is a list of names</extracomment>
        <translation>能看到你的人：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 (you wrote to them)</source>
        <translation>%1（你给对方写过消息）</translation>
    </message>
    <message>
        <source>%1 (you wanted them as a contact)</source>
        <translation>%1（你想添加对方为联系人）</translation>
    </message>
    <message>
        <source>You have been invisible since %1.</source>
        <translation>你自 %1 起一直隐身。</translation>
    </message>
    <message>
        <source>Become visible</source>
        <translation>公开在线</translation>
    </message>
    <message>
        <source>Stay invisible</source>
        <translation>保持隐身</translation>
    </message>
</context>
</TS>
