using CaseFlow.Engine.Children;

namespace CaseFlow.Web.Api.Reading;

/// <summary>A child in a list.</summary>
/// <param name="LeftBehind">Which parents are away: both, father, mother or none.</param>
/// <param name="Level">The level of the open case; null without one.</param>
public sealed record ChildLine(Guid Id, string StudentNo, string Name, string? Class, string LeftBehind, int? Level, DateOnly? LeftOn);

/// <summary>A parent as the dossier has it.</summary>
public sealed record Parent(string? Name, string? Phone, string? Workplace);

/// <summary>A guardian as the dossier has it.</summary>
public sealed record Guardian(string? Name, string? Relation, int? BirthYear, string? Phone);

/// <summary>The file of a child: the dossier, the flags that are up, and the cases.</summary>
public sealed record ChildFile(
    Guid Id,
    string StudentNo,
    string Name,
    string Sex,
    DateOnly? BirthDate,
    string? Class,
    bool Boarding,
    string LeftBehind,
    Guardian Guardian,
    Parent Father,
    Parent Mother,
    string? Address,
    IReadOnlyList<string> Categories,
    DateOnly? EnrolledOn,
    DateOnly? LeftOn,
    string? LeftTo,
    Person? Helper,
    Guid? Buddy,
    int Version,
    IReadOnlyList<FlagView> ActiveFlags,
    IReadOnlyList<CaseOfChild> Cases)
{
    internal static ChildFile Of(OpenFile file)
    {
        var c = file.Child;
        return new ChildFile(
            c.Id.Value, c.StudentNo, c.Name, ApiJson.Code(c.Sex), c.BirthDate, file.Class, c.Boarding, ApiJson.Code(c.LeftBehind),
            new Guardian(c.GuardianName, c.GuardianRelation, c.GuardianBirthYear, c.GuardianPhone),
            new Parent(c.FatherName, c.FatherPhone, c.FatherWorkplace),
            new Parent(c.MotherName, c.MotherPhone, c.MotherWorkplace),
            c.Address, c.Categories, c.EnrolledOn, c.LeftOn, c.LeftTo,
            c.HelperId is { } helper ? file.People.Of(helper) : null,
            c.BuddyId?.Value, c.HeadVersion,
            [.. file.State.ActiveFlags.Select(f => FlagView.Of(file, f))],
            [.. file.State.Cases.Values.Select(k => new CaseOfChild(k.No.Value, k.Level, k.Stage, k.IsOpen, k.OpenedOn, k.ClosedOn))]);
    }
}

/// <summary>A case in the file of its child.</summary>
public sealed record CaseOfChild(int No, int Level, string Stage, bool Open, DateOnly OpenedOn, DateOnly? ClosedOn);
