using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CaseFlow.Engine.Tests.Storage;

/// <summary>One model, three databases: each has its migrations, and they are in step with the model. No database is reached.</summary>
public sealed class MigrationsTests
{
    private static CaseFlowDb Open(string provider) => provider switch
    {
        "SqlServer" => new SqlServerCaseFlowDb(new DbContextOptionsBuilder().UseSqlServer("Server=nowhere").Options, default),
        "PostgreSql" => new PostgreSqlCaseFlowDb(new DbContextOptionsBuilder().UseNpgsql("Host=nowhere").Options, default),
        _ => new SqliteCaseFlowDb(new DbContextOptionsBuilder().UseSqlite("Data Source=:memory:").Options, default),
    };

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("SqlServer")]
    [InlineData("PostgreSql")]
    public void Migrations_are_in_step_with_the_model(string provider)
    {
        using var db = Open(provider);
        db.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("SqlServer")]
    [InlineData("PostgreSql")]
    public void Migrations_can_be_scripted_and_make_every_table(string provider)
    {
        using var db = Open(provider);
        var script = db.GetService<IMigrator>().GenerateScript();

        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()))
            script.ShouldContain(table!);
    }

    [Fact]
    public void Every_table_belongs_to_a_school_and_every_query_is_filtered_by_it()
    {
        using var db = Open("Sqlite");

        foreach (var type in db.Model.GetEntityTypes())
        {
            type.GetDeclaredQueryFilters().ShouldNotBeEmpty(type.Name);
            (type.FindProperty("SchoolId") ?? type.FindProperty("Id")).ShouldNotBeNull(type.Name);
        }
    }

    [Fact]
    public void Keys_are_made_by_the_program_on_every_database()
    {
        using var db = Open("SqlServer");
        db.GetService<IMigrator>().GenerateScript().ShouldNotContain("IDENTITY");
    }
}
