using CaseFlow.Web.Trust;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CaseFlow.Web.Accounts;

/// <summary>The accounts of the installation, in the same database as the school, with migrations of their own.</summary>
public class AccountsDb(DbContextOptions options) : IdentityDbContext<Account>(options)
{
    /// <summary>The table that remembers which migrations of the accounts were made.</summary>
    public const string History = "__AccountsMigrations";

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public DbSet<StoredAuthority> Authorities => Set<StoredAuthority>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<ProtectionKey>(e =>
        {
            e.HasKey(k => k.Name);
            e.Property(k => k.Name).HasMaxLength(128);
        });
        builder.Entity<StoredAuthority>().Property(a => a.Id).ValueGeneratedNever();
        builder.Entity<Account>(e =>
        {
            e.HasIndex(a => a.StaffId).IsUnique();
            e.Ignore(a => a.Staff).Ignore(a => a.IsDeactivated);
        });
    }
}

/// <summary>The accounts on SQLite; its own type so that it has its own migrations.</summary>
public sealed class SqliteAccountsDb(DbContextOptions options) : AccountsDb(options);

/// <summary>The accounts on SQL Server.</summary>
public sealed class SqlServerAccountsDb(DbContextOptions options) : AccountsDb(options);

/// <summary>The accounts on PostgreSQL.</summary>
public sealed class PostgreSqlAccountsDb(DbContextOptions options) : AccountsDb(options);

/// <summary>Opens the contexts for the tool that writes migrations; no database is reached.</summary>
internal sealed class DesignTimeAccounts :
    IDesignTimeDbContextFactory<SqliteAccountsDb>,
    IDesignTimeDbContextFactory<SqlServerAccountsDb>,
    IDesignTimeDbContextFactory<PostgreSqlAccountsDb>
{
    SqliteAccountsDb IDesignTimeDbContextFactory<SqliteAccountsDb>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder().UseSqlite("Data Source=design.db", o => o.MigrationsHistoryTable(AccountsDb.History)).Options);

    SqlServerAccountsDb IDesignTimeDbContextFactory<SqlServerAccountsDb>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder().UseSqlServer("Server=design", o => o.MigrationsHistoryTable(AccountsDb.History)).Options);

    PostgreSqlAccountsDb IDesignTimeDbContextFactory<PostgreSqlAccountsDb>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder().UseNpgsql("Host=design", o => o.MigrationsHistoryTable(AccountsDb.History)).Options);
}
