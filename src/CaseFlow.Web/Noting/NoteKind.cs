using CaseFlow.Engine;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Web.Noting;

/// <summary>A kind of quick note, and the keys by which it is written.</summary>
/// <param name="Code">Stable; for example <c>guardian</c>. Followed by a colon it says the kind too.</param>
/// <param name="Pinyin">The letter for those who write Chinese: the initial of <paramref name="Sign"/>.</param>
/// <param name="Letter">The letter for those who write English.</param>
/// <param name="Sign">One character, for those whose input method takes no single letters.</param>
/// <param name="Word">The Chinese word that says the kind where a colon follows.</param>
/// <param name="Name">What a note of that kind begins with on record.</param>
/// <param name="Between">The contact that it also puts on record; null for none.</param>
/// <param name="By">The way of that contact.</param>
public sealed record NoteKind(
    string Code, char Pinyin, char Letter, char Sign, string Word, Words Name, ContactBetween? Between = null, string? By = null)
{
    /// <summary>All kinds in the order in which they are shown; every key is of one kind only.</summary>
    /// <remarks>Source: domain, 'What the schools do': talks, calls and meetings with guardians and parents, family phone.</remarks>
    public static readonly IReadOnlyList<NoteKind> All =
    [
        new("talk", 't', 't', '谈', "谈话", new("与孩子谈话", "talked with the child")),
        new("guardian", 'd', 'c', '电', "电话", new("与监护人通电话", "called the guardian"), ContactBetween.SchoolGuardian, "phone"),
        new("parents", 'f', 'p', '父', "父母", new("与父母通电话", "called the parents"), ContactBetween.SchoolParent, "phone"),
        new("met", 'j', 'm', '见', "见面", new("见到监护人", "met the guardian"), ContactBetween.SchoolGuardian, "visit"),
        new("class", 'k', 's', '课', "课堂", new("课上看到", "seen in class")),
        new("home", 'q', 'h', '亲', "亲情电话", new("孩子与父母通电话", "the child called home"), ContactBetween.ParentChild, "phone"),
    ];

    /// <summary>The kind that a key or, before a colon, a word stands for; null where it stands for none.</summary>
    public static NoteKind? Of(string said, bool beforeColon) =>
        All.FirstOrDefault(k => said.Length == 1
            ? said[0] == k.Pinyin || said[0] == k.Letter || said[0] == k.Sign
            : beforeColon && (said == k.Code || said == k.Word));
}
