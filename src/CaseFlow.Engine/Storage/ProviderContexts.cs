using CaseFlow.Engine.Children;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CaseFlow.Engine.Storage;

/// <summary>The model on SQLite; its own type so that it has its own migrations.</summary>
public sealed class SqliteCaseFlowDb(DbContextOptions options, SchoolId school) : CaseFlowDb(options, school);

/// <summary>The model on SQL Server.</summary>
public sealed class SqlServerCaseFlowDb(DbContextOptions options, SchoolId school) : CaseFlowDb(options, school);

/// <summary>The model on PostgreSQL.</summary>
public sealed class PostgreSqlCaseFlowDb(DbContextOptions options, SchoolId school) : CaseFlowDb(options, school);

/// <summary>Opens the contexts for the tool that writes migrations; no database is reached.</summary>
internal sealed class DesignTimeContexts :
    IDesignTimeDbContextFactory<SqliteCaseFlowDb>,
    IDesignTimeDbContextFactory<SqlServerCaseFlowDb>,
    IDesignTimeDbContextFactory<PostgreSqlCaseFlowDb>
{
    SqliteCaseFlowDb IDesignTimeDbContextFactory<SqliteCaseFlowDb>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder().UseSqlite("Data Source=design.db").Options, default);

    SqlServerCaseFlowDb IDesignTimeDbContextFactory<SqlServerCaseFlowDb>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder().UseSqlServer("Server=design").Options, default);

    PostgreSqlCaseFlowDb IDesignTimeDbContextFactory<PostgreSqlCaseFlowDb>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder().UseNpgsql("Host=design").Options, default);
}
