using CaseFlow.Engine;

namespace CaseFlow.Web.Components.Texts;

/// <summary>Signing in, the first run, and the administrator's page.</summary>
public static class AccountWords
{
    public static readonly Words SignInTitle = new("登录", "Sign in");
    public static readonly Words SignInText = new("让每个孩子都有人负责、有下一步。", "Every child has somebody who answers for it, and a next step.");
    public static readonly Words UserName = new("用户名", "User name");
    public static readonly Words Password = new("密码", "Password");
    public static readonly Words DemoTitle = new("示范学校", "Demonstration school");
    public static readonly Words DemoText = new("库中是一所虚构的学校，人物均不存在。可用下列用户名登录，密码都是", "The database holds an invented school; nobody in it exists. Sign in with one of these user names; the password of all is");
    public static readonly Words FirstRunHint = new("还没有任何账号。请用控制台上的验证码创建管理员账号：", "There is no account yet. Make the administrator's with the code on the console:");
    public static readonly Words FirstRunTitle = new("首次使用", "First run");
    public static readonly Words FirstRunText = new("程序启动时在控制台上打印了一个验证码。填写验证码，并为管理员设定用户名和密码；之后由管理员为教职工开设账号。", "The program printed a code on the console when it started. Give the code, and choose the administrator's user name and password; the administrator then makes accounts for the staff.");
    public static readonly Words FirstRunOver = new("已经有账号，首次使用页面已关闭。请登录。", "There are accounts already, so this page is closed. Sign in.");
    public static readonly Words Code = new("控制台上的验证码", "The code on the console");
    public static readonly Words PasswordHint = new("至少 10 个字符；一句好记的话胜过复杂的符号。", "At least 10 characters; a sentence that you remember beats difficult signs.");
    public static readonly Words PasswordAgain = new("再输一次密码", "The password again");
    public static readonly Words MakeAdministrator = new("创建管理员账号", "Make the administrator's account");
    public static readonly Words ChangeTitle = new("设定自己的密码", "Choose your password");
    public static readonly Words ChangeText = new("您的密码由管理员给出，请先换成自己的。", "Your password was given to you by the administrator. Choose your own before you go on.");
    public static readonly Words PresentPassword = new("现在的密码", "Present password");
    public static readonly Words NewPassword = new("新密码", "New password");
    public static readonly Words Change = new("更改密码", "Change the password");

    public static readonly Words AdminText = new("为教职工开设账号；角色取自教职工名册。管理员不能查看孩子的个案。", "Make accounts for the staff; roles come from the list of staff. Administrators do not see case files.");
    public static readonly Words OnceTitle = new("初始密码（只显示这一次）", "Initial password (shown this once)");
    public static readonly Words OnceText = new("请当面交给本人；首次登录时必须更改。", "Give it to the person yourself; it has to be changed at the first sign-in.");
    public static readonly Words StaffNo = new("工号", "Staff number");
    public static readonly Words Name = new("姓名", "Name");
    public static readonly Words RolesTitle = new("角色", "Roles");
    public static readonly Words AccountTitle = new("账号", "Account");
    public static readonly Words NoAccount = new("没有账号", "no account");
    public static readonly Words LockedMark = new("已锁定", "locked");
    public static readonly Words MustChangeMark = new("待改密码", "has to change the password");
    public static readonly Words Create = new("开设账号", "Make an account");
    public static readonly Words Lock = new("锁定", "Lock");
    public static readonly Words Unlock = new("解锁", "Unlock");
    public static readonly Words Reset = new("重置密码", "New password");
    public static readonly Words ResetMeans = new("现在的密码立即失效；新密码只显示一次，须当面交给本人。", "The present password ends at once; the new one is shown once and has to be given to the person.");
    public static readonly Words NoStaff = new("名册上还没有教职工。请先导入 staff.csv。", "There is no staff on the list yet. Import staff.csv first.");
}
