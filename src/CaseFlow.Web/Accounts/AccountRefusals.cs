using CaseFlow.Engine;
using Microsoft.AspNetCore.Identity;

namespace CaseFlow.Web.Accounts;

/// <summary>Why an account was not made or changed.</summary>
public static class AccountRefusals
{
    public static readonly Refusal WrongCode = new("first-run.code", new Words("验证码不对。请核对控制台上打印的验证码。", "The code is wrong. Check the one printed on the console."));
    public static readonly Refusal WrongPassword = new("sign-in.wrong", new Words("用户名或密码不对。", "The user name or the password is wrong."));
    public static readonly Refusal Locked = new("sign-in.locked", new Words("账号已锁定。请稍后再试，或联系管理员。", "The account is locked. Try again later, or ask the administrator."));
    public static readonly Refusal NoStaff = new("account.no-staff", new Words("没有这位教职工或账号。", "There is no such member of staff or account."));
    public static readonly Refusal HasOne = new("account.has-one", new Words("这位教职工已有账号。", "This member of staff has an account already."));
    public static readonly Refusal NotTheSame = new("password.not-the-same", new Words("两次输入的密码不一致。", "The two passwords are not the same."));
    public static readonly Refusal OwnAccount = new("account.own", new Words("不能锁定自己的账号。", "You cannot lock your own account."));

    private static readonly Refusal TooShort = new("password.too-short", new Words($"密码至少 {SignIn.ShortestPassword} 个字符。", $"A password has at least {SignIn.ShortestPassword} characters."));
    private static readonly Refusal NameTaken = new("account.name-taken", new Words("用户名已被使用，请换一个。", "The user name is taken. Choose another."));
    private static readonly Refusal NameMissing = new("account.name-missing", new Words("请填写用户名。", "Give a user name."));
    private static readonly Refusal OldPassword = new("password.old-wrong", new Words("原密码不对。", "The present password is wrong."));

    /// <summary>What the store of accounts refused; null where it did not.</summary>
    public static Refusal? Of(IdentityResult result) => result.Errors.FirstOrDefault() is not { } error ? null : error.Code switch
    {
        nameof(IdentityErrorDescriber.PasswordTooShort) => TooShort,
        nameof(IdentityErrorDescriber.DuplicateUserName) => NameTaken,
        nameof(IdentityErrorDescriber.InvalidUserName) => NameMissing,
        nameof(IdentityErrorDescriber.PasswordMismatch) => OldPassword,
        _ => new Refusal($"account.{error.Code}", new Words(error.Description, error.Description)),
    };
}
