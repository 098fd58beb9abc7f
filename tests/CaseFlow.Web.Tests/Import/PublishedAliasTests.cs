using System.Text;
using CaseFlow.Web.Import;

namespace CaseFlow.Web.Tests.Import;

/// <summary>docs/import.md says what files may call columns and values: the tables in it are those of the code.</summary>
public sealed class PublishedAliasTests
{
    private const string Start = "<!-- tables of the code: start -->\n";
    private const string End = "<!-- tables of the code: end -->\n";

    [Fact]
    public void The_tables_in_the_docs_are_those_of_the_code()
    {
        var path = Path.Combine(Root(), "docs", "import.md");
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var from = text.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var to = text.IndexOf(End, StringComparison.Ordinal);
        // After a change of the tables: CASEFLOW_WRITE_DOCS=1 dotnet test, and commit what it wrote.
        if (Environment.GetEnvironmentVariable("CASEFLOW_WRITE_DOCS") == "1")
            File.WriteAllText(path, text[..from] + Tables() + text[to..]);
        else
            text[from..to].ShouldBe(Tables());
    }

    [Fact]
    public void No_word_means_two_values_of_a_column()
    {
        foreach (var format in FileFormats.All)
            format.Columns.SelectMany(c => c.Aliases.Prepend(c.Name)).ShouldAllBe(h => format.Of(h) != null);
        CodeTables.Kinds.Values.Select(v => v.Code).ShouldBe(Engine.Signals.ObservationKinds.All);
        CodeTables.StaffRoles.Values.Select(v => v.Code).ShouldBe(Engine.Children.Roles.All);
        CodeTables.ChildCategories.Values.Select(v => v.Code).ShouldBe(Engine.Children.Categories.All);
    }

    private static string Tables()
    {
        var text = new StringBuilder();
        foreach (var format in FileFormats.All)
        {
            text.Append($"\n### {format.File}\n\n| column 列 | also 也可写作 |\n| --- | --- |\n");
            foreach (var column in format.Columns)
                text.Append($"| `{column.Name}`{(column.Required ? " *" : "")} | {string.Join("、", column.Aliases)} |\n");
        }

        text.Append("\n## Values 取值\n");
        Values("kind 类型 (calendar.csv)", CodeTables.DayKinds);
        Values("sex 性别", CodeTables.Sexes);
        Values("boarding 寄宿", CodeTables.YesOrNo);
        Values("left_behind 留守情况", CodeTables.WhoIsAway);
        Values("categories 类别", CodeTables.ChildCategories);
        Values("roles 角色", CodeTables.StaffRoles);
        Values("mark 考勤", CodeTables.Marks);
        Values("subject 科目 (the only coded one 唯一有固定写法的)", CodeTables.Subjects);
        Values("kind 类型 (observations.csv)", CodeTables.Kinds);
        Values("between 双方", CodeTables.Between);
        Values("by 方式", CodeTables.Ways);
        return text.Append('\n').ToString();

        void Values<T>(string column, CodeTable<T> table)
            where T : notnull
        {
            text.Append($"\n### {column}\n\n| value 值 | also 也可写作 |\n| --- | --- |\n");
            foreach (var value in table.Values)
                text.Append($"| `{value.Code}` | {string.Join("、", value.Aliases)} |\n");
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CaseFlow.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
