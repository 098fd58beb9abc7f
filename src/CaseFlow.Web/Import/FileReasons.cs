using CaseFlow.Engine;

namespace CaseFlow.Web.Import;

/// <summary>What can be wrong with a file as a whole or with its header, and the way out.</summary>
internal static class FileReasons
{
    public static Words NoFolder(string folder) => new($"文件夹“{folder}”不存在", $"there is no folder '{folder}'");

    public static Words NoFiles(string known) =>
        new($"没有可导入的文件；可导入的文件有：{known}", $"none of the files of an import is here; those are: {known}");

    public static Words SameNameTwice(string names) =>
        new($"同一文件出现多份（{names}），请只保留一份；都没有读取", $"the file is there more than once ({names}): keep one; none was read");

    public static Words Unreadable(string why) => new($"无法读取文件：{why}", $"the file cannot be read: {why}");

    public static Words Empty => new("文件是空的，至少要有表头一行", "the file is empty; it needs at least the header row");

    public static Words Encoding(string looksLike) => new(
        $"文件编码看起来是 {looksLike}，只支持 UTF-8 和 GB18030；请另存为“CSV UTF-8（逗号分隔）”",
        $"the encoding looks like {looksLike}; UTF-8 and GB18030 are understood: save it as 'CSV UTF-8 (comma delimited)'");

    public static Words NoEncoding => new(
        "文件既不是 UTF-8 也不是 GB18030（GBK）编码；请另存为“CSV UTF-8（逗号分隔）”",
        "the bytes are neither UTF-8 nor GB18030 (GBK): save it as 'CSV UTF-8 (comma delimited)'");

    public static Words BrokenWorkbook(string why) => new(
        $"无法读取这个工作簿（损坏、有密码，或者不是 .xlsx）：{why}", $"the workbook cannot be read (broken, with a password, or no .xlsx): {why}");

    public static Words Workbook => new(
        "这是一个 Excel 工作簿，不是 CSV；请在 Excel 中另存为“CSV UTF-8（逗号分隔）”",
        "this is an Excel workbook, no CSV file: save it from Excel as 'CSV UTF-8 (comma delimited)'");

    public static Words NoHeader(string known) => new(
        $"第一行不是表头；可用的列：{known}", $"the first line is no header row; the columns are: {known}");

    public static Words UnknownColumn(string? near, string known) => new(
        $"没有这一列{(near is null ? "" : $"，是否指“{near}”？")}；可用的列：{known}",
        $"there is no such column{(near is null ? "." : $"; did you mean '{near}'?")} The columns are: {known}");

    public static Words MissingColumn(Column column) => new(
        $"缺少必需的列“{column.Aliases[0]}”（{column.Name}）", $"the required column {column.Name} ({column.Aliases[0]}) is missing");

    public static Words ColumnTwice(Column column, string first) => new(
        $"列“{column.Aliases[0]}”（{column.Name}）出现两次，前一次写作“{first}”",
        $"the column {column.Name} ({column.Aliases[0]}) is there twice, before as '{first}'");

    public static Words BadQuotes => new(
        "引号不成对或位置不对：含引号的单元格要整体用引号括起，其中的引号写两次",
        "a quotation mark is out of place or never closed: put the whole cell in quotes and write quotes in it twice");

    public static Words MoreCells(int cells, int columns) => new(
        $"这一行有 {cells} 个单元格，表头只有 {columns} 列；单元格里有分隔符时要用引号括起",
        $"the row has {cells} cells and the header {columns} columns; a cell with a separator in it needs quotes");

    public static Words NeedsFirst(string file) => new(
        $"要先改正 {file}：本文件用到其中的内容", $"{file} must be right first: this file builds on what it says");
}
