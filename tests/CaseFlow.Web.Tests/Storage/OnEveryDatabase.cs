using System.Reflection;
using CaseFlow.Web.Setup;
using Xunit.Sdk;

namespace CaseFlow.Web.Tests.Storage;

/// <summary>Runs a theory on SQLite.</summary>
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[StorageProvider.Sqlite]];
}

/// <summary>Runs a theory on a real PostgreSQL server; skipped, and saying so, where there is none.</summary>
public sealed class OnPostgreSqlAttribute : DataAttribute
{
    public OnPostgreSqlAttribute() => Skip = PostgreSqlServer.Missing;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[StorageProvider.PostgreSql]];
}

/// <summary>Runs a theory on the SQL Server that <see cref="DatabaseServers.SqlServerSetting"/> names; skipped, and saying so, without one.</summary>
public sealed class OnSqlServerAttribute : DataAttribute
{
    public OnSqlServerAttribute() => Skip = DatabaseServers.SqlServerMissing;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[StorageProvider.SqlServer]];
}
