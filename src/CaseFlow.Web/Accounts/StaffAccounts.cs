using System.Security.Cryptography;
using CaseFlow.Engine;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Web.Import;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Accounts;

/// <summary>What the administrator does with accounts.</summary>
public sealed class StaffAccounts(UserManager<Account> users, CareRuntime runtime)
{
    private const string Signs = "23456789abcdefghjkmnpqrstuvwxyz";
    private static readonly DateTimeOffset ForGood = DateTimeOffset.MaxValue;

    /// <summary>Every account, by staff member.</summary>
    public async Task<Dictionary<StaffId, Account>> ByStaffAsync() => (await users.Users.AsNoTracking().ToListAsync()).ToDictionary(a => a.Staff);

    /// <summary>The account of the first administrator, with a password that the administrator chose.</summary>
    public async Task<(Account? Account, Refusal? Refusal)> FirstAsync(string userName, string password)
    {
        using var db = runtime.Open();
        var staff = await db.Staff.AsNoTracking().ToListAsync();
        var admin = staff.Find(s => s.StaffNo == Installation.FirstAdministrator) ?? staff.Find(s => s.Has(Roles.Administrator));
        if (admin is null)
            return (null, AccountRefusals.NoStaff);
        var account = new Account { UserName = userName.Trim(), StaffId = admin.Id.Value };
        return (account, AccountRefusals.Of(await users.CreateAsync(account, password)));
    }

    /// <summary>An account for a member of staff, with a password that is shown once and changed at the first sign-in.</summary>
    public async Task<(string? Password, Refusal? Refusal)> CreateAsync(StaffId staff, string userName)
    {
        using var db = runtime.Open();
        if (!await db.Staff.AnyAsync(s => s.Id == staff))
            return (null, AccountRefusals.NoStaff);
        if (await users.Users.AnyAsync(a => a.StaffId == staff.Value))
            return (null, AccountRefusals.HasOne);
        var password = NewPassword();
        var account = new Account { UserName = userName.Trim(), StaffId = staff.Value, MustChangePassword = true };
        var refusal = AccountRefusals.Of(await users.CreateAsync(account, password));
        return (refusal is null ? password : null, refusal);
    }

    /// <summary>A new password for somebody who forgot the old one.</summary>
    public async Task<(string? Password, Refusal? Refusal)> ResetAsync(StaffId staff)
    {
        if (await FindAsync(staff) is not { } account)
            return (null, AccountRefusals.NoStaff);
        var password = NewPassword();
        account.MustChangePassword = true;
        var refusal = AccountRefusals.Of(await users.ResetPasswordAsync(account, await users.GeneratePasswordResetTokenAsync(account), password));
        return (refusal is null ? password : null, refusal);
    }

    /// <summary>Locks an account until it is unlocked; who is signed in with it is out within a minute.</summary>
    public async Task<Refusal?> LockAsync(StaffId staff, bool locked)
    {
        if (await FindAsync(staff) is not { } account)
            return AccountRefusals.NoStaff;
        await users.SetLockoutEnabledAsync(account, true);
        var refusal = AccountRefusals.Of(await users.SetLockoutEndDateAsync(account, locked ? ForGood : null));
        await users.UpdateSecurityStampAsync(account);
        return refusal;
    }

    /// <summary>The password that somebody chooses.</summary>
    public async Task<Refusal?> ChangeAsync(Account account, string current, string chosen)
    {
        account.MustChangePassword = false;
        return AccountRefusals.Of(await users.ChangePasswordAsync(account, current, chosen));
    }

    private Task<Account?> FindAsync(StaffId staff) => users.Users.SingleOrDefaultAsync(a => a.StaffId == staff.Value);

    private static string NewPassword() => string.Join('-', RandomNumberGenerator.GetString(Signs, 12).Chunk(4).Select(c => new string(c)));
}
