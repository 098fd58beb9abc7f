using CaseFlow.Engine;

namespace CaseFlow.Web.Visits;

/// <summary>Why a code from paper leads to no form.</summary>
public static class VisitRefusals
{
    public static readonly Refusal Mistyped = Of("visit.code-mistyped", "编码有误，请对照家访表再输入（8 个字符）。", "The code has a mistake in it. Compare it with the sheet (8 characters) and type it again.");
    public static readonly Refusal Unknown = Of("visit.code-unknown", "没有这个编码的家访，或不由您录入。请交给家访人或个案负责人。", "No visit has this code, or it is not yours to enter. Leave it to the visitor or the owner of the case.");
    public static readonly Refusal Entered = Of("visit.entered", "这次家访已经录入或已撤销，不必再录。", "This visit was entered already, or is no longer needed; there is nothing to enter.");
    public static readonly Refusal Ambiguous = Of("visit.code-ambiguous", "有两次家访使用这个编码，请从任务列表打开。", "Two visits have this code. Open the right one from the list of tasks.");

    private static Refusal Of(string id, string zh, string en) => new(id, new Words(zh, en));
}
