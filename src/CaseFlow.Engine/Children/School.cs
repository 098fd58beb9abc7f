namespace CaseFlow.Engine.Children;

/// <summary>A school of this installation.</summary>
public sealed class School
{
    public SchoolId Id { get; set; }

    public required string Name { get; set; }

    /// <summary>The latest day that was screened; earlier days are computed and never written.</summary>
    public DateOnly? LastScreenedOn { get; set; }

    /// <summary>The instant of that screening: within a day, too, an earlier present is computed and never written.</summary>
    public DateTimeOffset? LastScreenedAt { get; set; }

    /// <summary>Counts what was recorded: each signal carries the number of its recording, so that 'recorded after' is exact.</summary>
    public long RecordedNo { get; set; }

    /// <summary>Counts the changes of calendar, classes and staff: what a node keeps of them in memory holds while this stands.</summary>
    public long SetUpNo { get; set; }
}

/// <summary>A class.</summary>
public sealed class ClassRoom
{
    public ClassId Id { get; set; }

    public SchoolId SchoolId { get; set; }

    public required string Name { get; set; }

    /// <summary>As the school writes it; rules can name it.</summary>
    public string? Grade { get; set; }

    public StaffId? ClassTeacherId { get; set; }
}

/// <summary>A day of the calendar as it is stored.</summary>
public sealed class CalendarDate
{
    public SchoolId SchoolId { get; set; }

    public DateOnly Date { get; set; }

    public Calendar.DayKind Kind { get; set; }

    public string? Term { get; set; }

    public string? Note { get; set; }
}
