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
</context>
<context>
    <name>timbre::app::Application</name>
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
        <source>No status received yet</source>
        <translation>尚未收到状态</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <extracomment>%1 is a state, %2 a time: &quot;Busy, as of 14:05&quot;</extracomment>
        <translation>%1（截至 %2）</translation>
    </message>
    <message>
        <source>Offline, left %1</source>
        <extracomment>%1 is a time, &quot;14:02&quot; or &quot;yesterday 18:40&quot;</extracomment>
        <translation>离线，于 %1 离开</translation>
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
    <name>timbre::gui::FilterField</name>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
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
    <name>timbre::gui::InlineRename</name>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
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
</context>
<context>
    <name>timbre::gui::MoodEditor</name>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>还可输入 %n 个字符</numerusform>
        </translation>
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
        <source>%n more</source>
        <comment>requests</comment>
        <translation>
            <numerusform>还有 %n 个</numerusform>
        </translation>
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
        <source>No status yet</source>
        <translation>尚无状态</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>state, mood</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date of this year, short</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
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
        <source>Show offline (%1)</source>
        <translation>显示离线联系人（%1）</translation>
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
</context>
</TS>
