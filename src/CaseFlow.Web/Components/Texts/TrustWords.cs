using CaseFlow.Engine;

namespace CaseFlow.Web.Components.Texts;

/// <summary>How a phone comes to trust the installation's own certificate authority.</summary>
public static class TrustWords
{
    public static readonly Words Title = new("让手机信任本校地址", "Let a phone trust this address");
    public static readonly Words Lead = new(
        "没有信号时也能打开家访任务、填写表单，浏览器要求地址是受信任的 HTTPS。学校的网络没有公共证书，所以程序自带一个本校证书：每台手机安装一次，十年有效。",
        "Browsers let visits be opened and filled in without a signal only at an HTTPS address that they trust. A school's network has no public certificate, so the program makes its own: each phone takes it once, for ten years.");
    public static readonly Words Hint = new("第一次用这台手机？", "First time on this phone?");
    public static readonly Words Off = new("这里没有开启 HTTPS。", "HTTPS is not switched on here.");
    public static readonly Words HowOn = new("由管理员在启动程序时加上：", "The administrator starts the program with:");
    public static readonly Words Public = new("这个地址用的是浏览器本来就认识的证书，手机上不用做任何事。", "This address has a certificate that browsers know already. Nothing has to be done on a phone.");

    public static readonly Words Checked = new("检查结果", "Is it done?");
    public static readonly Words Checking = new("没有脚本，无法检查。地址栏没有“不安全”的提示，就是成功了。", "Without script this page cannot look. Where the address bar shows no warning, it is done.");
    public static readonly Words Trusted = new("成功：这台设备信任本校地址，没有信号时也能打开任务、填写表单。", "Done: this device trusts the address, and visits open and can be filled in without a signal.");
    public static readonly Words Untrusted = new("还没有成功：浏览器不信任这个地址（跳过警告不算）。请按下面第 2 步再做一遍，然后关掉浏览器重新打开。", "Not yet: the browser does not trust this address (going past the warning is not enough). Do step 2 below again, then close the browser and open it anew.");
    public static readonly Words Unable = new("这个浏览器不能离线使用。请换 Chrome、Edge、Safari 或手机自带的浏览器；微信里打开的页面不行。", "This browser cannot work without a signal. Use Chrome, Edge, Safari or the phone's own browser; pages opened inside WeChat cannot.");

    public static readonly Words Take = new("第 1 步：下载本校证书", "1. Take the certificate");
    public static readonly Words Download = new("下载证书文件", "Download the certificate");
    public static readonly Words Compare = new("指纹（SHA-256）。下面的数字应与学校电脑上这一页显示的一致；不一致就不要安装。", "Fingerprint (SHA-256). It has to be the one that this page shows on the school's computer; where it is not, do not install it.");

    public static readonly Words Install = new("第 2 步：在手机上安装", "2. Install it on the phone");
    public static readonly Words Android = new("安卓、鸿蒙手机", "Android and HarmonyOS");
    public static readonly Words AndroidSteps = new(
        "打开“设置”，搜索“证书”，选择“安装证书”里的“CA 证书”（多在“安全 → 加密与凭据”，各品牌不同）。|系统会提醒风险，选择“仍然安装”，再选刚下载的 caseflow.crt。手机须设有锁屏密码。|用 Chrome、Edge 或手机自带的浏览器打开第 3 步的地址。",
        "Open Settings, search for 'certificate' and choose 'CA certificate' under 'Install a certificate' (often in Security, Encryption and credentials; it differs by maker).|The phone warns you: choose 'Install anyway', then the file caseflow.crt. The phone must have a screen lock.|Open the address of step 3 with Chrome, Edge or the phone's own browser.");
    public static readonly Words Apple = new("iPhone、iPad", "iPhone and iPad");
    public static readonly Words AppleSteps = new(
        "用 Safari 打开这一页并下载，允许下载描述文件。|打开“设置”，点最上面的“已下载描述文件”，安装。|再到“设置 → 通用 → 关于本机 → 证书信任设置”，打开 CaseFlow 的开关。",
        "Open this page in Safari and download; allow the profile.|Open Settings, tap 'Profile Downloaded' at the top, and install it.|Then go to Settings, General, About, Certificate Trust Settings, and switch CaseFlow on.");
    public static readonly Words Windows = new("Windows 电脑", "Windows computer");
    public static readonly Words WindowsSteps = new(
        "双击下载的文件，选择“安装证书”，存储位置选“当前用户”。|选择“将所有的证书都放入下列存储”，选“受信任的根证书颁发机构”，完成。|关掉浏览器，再打开第 3 步的地址。",
        "Double-click the file, choose 'Install Certificate' and 'Current User'.|Choose 'Place all certificates in the following store', then 'Trusted Root Certification Authorities', and finish.|Close the browser and open the address of step 3.");

    public static readonly Words Open = new("第 3 步：以后都从这里打开", "3. From now on, open this address");
    public static readonly Words OpenText = new("打开后没有警告就是成功了。在浏览器菜单里选“添加到主屏幕”，以后像应用一样点开。", "Where it opens without a warning, it is done. Choose 'Add to home screen' in the browser's menu to open it like an app.");

    public static readonly Words Another = new("在手机上打开这一页", "Open this page on a phone");
    public static readonly Words AnotherText = new("手机连上学校的网络，用相机扫一扫，或在浏览器里输入地址。电脑有几个地址时，选手机所在网络的那个。", "With the phone in the school's network, point the camera at the code or type the address. Where the computer has several, take that of the phone's network.");
    public static readonly Words CodeLabel = new("二维码：{0}", "QR code: {0}");

    public static readonly Words Limits = new("这个证书能做什么，不能做什么", "What this certificate can do and cannot");
    public static readonly Words LimitsText = new(
        "它只能证明这台电脑和只在内部网络里使用的地址，不能冒充银行或其他网站。它由学校的电脑自己生成，密钥存放在数据库和备份里，请像保管档案一样保管它们。不再需要时，在手机“设置”里搜索“证书”，删除 CaseFlow。",
        "It can vouch for this computer and for addresses that exist inside private networks only; it cannot pretend to be a bank or any other site. The school's computer made it; its key is in the database and in backups, which are to be locked away like paper files. When it is no longer needed, search for 'certificate' in the phone's settings and remove CaseFlow.");
}
