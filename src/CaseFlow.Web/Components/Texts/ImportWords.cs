using CaseFlow.Engine;
using CaseFlow.Web.Import;

namespace CaseFlow.Web.Components.Texts;

/// <summary>Bringing the school's files in.</summary>
public static class ImportWords
{
    public static readonly Words Title = new("导入", "Import");
    public static readonly Words Lead = new("选择学校的文件，先看清会有什么变化和哪里有错，再决定是否写入。", "Choose the school's files: see first what would change and what is wrong, then decide whether to write it.");
    public static readonly Words Files = new(
        $"文件（.csv 或 .xlsx，可以一次选多个，合计不超过 {UploadSizeAttribute.Megabytes} MB）", $"Files (.csv or .xlsx, several at once, {UploadSizeAttribute.Megabytes} MB in all)");

    public static readonly Words Names = new("成绩表（科目为列）和月考勤表（日期为列）按内容识别；其他 CSV 文件按名称、工作簿按工作表名称识别：", "Grade sheets (subjects as columns) and monthly registers (days as columns) are known by what is in them; other CSV files by their names, workbooks by the names of their sheets:");
    public static readonly Words Look = new("查看变化", "See what would change");
    public static readonly Words Preview = new("导入预览", "Before the import");
    public static readonly Words NothingYet = new("还没有写入任何内容。", "Nothing is written yet.");
    public static readonly Words File = new("文件", "File");
    public static readonly Words Rows = new("行数", "Rows");
    public static readonly Words Added = new("新增", "New");
    public static readonly Words Changed = new("更改", "Changed");
    public static readonly Words Unchanged = new("不变", "Unchanged");
    public static readonly Words Problems = new("错误", "Problems");
    public static readonly Words RefusedFile = new("有错误的文件完全不写入", "a file with problems is not written at all");
    public static readonly Words Changes = new("部分变化", "Some of the changes");
    public static readonly Words Line = new("行", "Line");
    public static readonly Words Column = new("列", "Column");
    public static readonly Words Value = new("内容", "Value");
    public static readonly Words Reason = new("原因", "Reason");
    public static readonly Words Ignored = new("不是导入文件，未读取：{0}", "No file of an import, not read: {0}");
    public static readonly Words Write = new("写入 {0} 个文件", "Write {0} files");
    public static readonly Words WriteOne = new("写入这个文件", "Write the file");
    public static readonly Words Leave = new("放弃，不写入", "Leave it");
    public static readonly Words NoneToWrite = new("没有可以写入的内容。请改正文件后重新选择。", "There is nothing to write. Put the files right and choose them again.");
    public static readonly Words Done = new("已写入：新增 {0} 行，更改 {1} 行。", "Written: {0} rows new, {1} changed.");
    public static readonly Words DoneRefused = new("有 {0} 个文件因错误没有写入。", "{0} files had problems and were not written.");
    public static readonly Words ScreenTitle = new("筛查", "Screening");
    public static readonly Words Screen = new("现在筛查", "Screen now");
    public static readonly Words ScreenText = new("预警在每天凌晨筛查后更新；也可以现在就筛查。", "Flags are brought up to date by the screening of every night; or do it now.");
    public static readonly Words Screened = new("筛查完成：{0} 名学生，新开个案 {1} 个。", "Screened: {0} children, {1} cases opened.");
    public static readonly Words ScreeningElsewhere = new("筛查正在进行中。", "A screening is under way.");
    public static readonly Words History = new("以往的导入", "Imports so far");
    public static readonly Words HistoryNone = new("还没有从网页导入过。", "Nothing was imported from this page yet.");
    public static readonly Words When = new("时间", "When");
    public static readonly Words By = new("操作人", "By");
    public static readonly Words Again = new("再导入一批", "Import more");
    public static readonly Words NoFile = new("请选择至少一个文件。", "Choose at least one file.");
    public static readonly Words TooLarge = new(
        $"所选文件合计超过 {UploadSizeAttribute.Megabytes} MB，没有接收，也没有保存任何内容。请每次少选几个文件，分几次导入；单个文件就超过的，请拆成几个（例如按班级或学年）。",
        $"The files are larger than {UploadSizeAttribute.Megabytes} MB together. They were not taken, and nothing was kept. Choose fewer files at a time; split a file that is too large alone, for example by class or school year.");

    public static readonly Words NoSuchImport = new("没有这次导入或这张表，或者已经写入。请重新选择文件。", "There is no such import or sheet, or it was written already. Choose the files again.");
    public static readonly Words Written = new("这些文件已经写入。", "The files were written already.");
}
