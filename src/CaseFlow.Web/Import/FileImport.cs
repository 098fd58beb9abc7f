using CaseFlow.Engine;

namespace CaseFlow.Web.Import;

/// <summary>The import of one file: first all rows are checked and kept in little space, then they are compared with what is on file.</summary>
internal abstract class FileImport(FileFormat format, SchoolRoll roll, string? name = null)
{
    public FileFormat Format { get; } = format;

    /// <summary>What a report calls it: the file of the contract, or a sheet that gives rows of that file.</summary>
    public string Name { get; } = name ?? format.File;

    public ProblemList Problems { get; } = new(name ?? format.File);

    /// <summary>The files of this run that bring something which this one names.</summary>
    public HashSet<string> Needs { get; } = [];

    /// <summary>Rows of data seen.</summary>
    public int Rows { get; private set; }

    public bool IsRefused => Problems.Count > 0;

    protected SchoolRoll Roll { get; } = roll;

    /// <summary>Checks all rows of the file.</summary>
    public void Read(byte[] bytes)
    {
        var table = Table.Of(bytes, Format, Problems);
        Read(table?.Rows() ?? []);
        if (table is null || !table.IsComplete)
            Roll.Incomplete.Add(Format.File);
    }

    /// <summary>Checks rows that come from elsewhere than a file of the contract.</summary>
    public void Read(IEnumerable<Row> rows)
    {
        foreach (var row in rows)
        {
            Rows++;
            Read(row);
        }
    }

    /// <summary>What can be checked only when the rows of all files were seen.</summary>
    public virtual void Resolve()
    {
    }

    /// <summary>Rows that another file or sheet of the run gives as well count there; that the two differ is a problem of this one.</summary>
    public virtual void LeaveOut(FileImport other)
    {
    }

    /// <summary>Compares the rows with what is on file, and writes what differs. May run again after a conflict.</summary>
    public abstract Task Write(Writing writing);

    protected abstract void Read(Row row);

    protected KnownStudent? Student(Row row, string column = "student_no")
    {
        if (!row.IsFilled(column))
            return null;
        var student = StudentOf(row[column]);
        if (student is null && !Roll.Incomplete.Contains(FileFormats.Students.File))
            row.Refuse(column, CellReasons.UnknownStudent);
        return student;
    }

    /// <summary>The student of a number; null where there is none, or where the file that may name it could not be read.</summary>
    protected KnownStudent? StudentOf(string no)
    {
        if (Roll.Students.TryGetValue(Folded.Key(no), out var student))
            NeedsFile(student.NamedBy);
        else if (Roll.Incomplete.Contains(FileFormats.Students.File))
            NeedsFile(FileFormats.Students.File);
        return student;
    }

    /// <summary>The member of staff whom a cell means, or why that is nobody.</summary>
    protected KnownStaff? StaffOf(string cell, out Words? wrong)
    {
        wrong = null;
        var found = Roll.StaffOf(cell);
        if (found is [var one])
        {
            NeedsFile(one.NamedBy);
            return one;
        }

        if (found.Count > 1)
            wrong = CellReasons.AmbiguousStaff(string.Join(", ", found.Select(s => s.No)));
        else if (Roll.Incomplete.Contains(FileFormats.Staff.File))
            NeedsFile(FileFormats.Staff.File);
        else
            wrong = CellReasons.UnknownStaff;
        return null;
    }

    /// <summary>The class that a filled cell names; where the school gives no classes.csv, a class comes to be by being named.</summary>
    protected KnownClass? Class(Row row)
    {
        var name = row.RequiredText("class", Roll.Lengths.Of<Engine.Children.ClassRoom>(nameof(Engine.Children.ClassRoom.Name)));
        if (name.Length == 0)
            return null;
        if (Roll.Classes.TryGetValue(Folded.Key(name), out var known))
        {
            NeedsFile(known.NamedBy);
            return known;
        }

        if (!Roll.Given.Contains(FileFormats.Classes.File))
            return Roll.Classes[Folded.Key(name)] = new KnownClass(new(Roll.NewId()), name, null);
        if (Roll.Incomplete.Contains(FileFormats.Classes.File))
            NeedsFile(FileFormats.Classes.File);
        else
            row.Refuse("class", CellReasons.UnknownClass);
        return null;
    }

    protected void NeedsFile(string? file)
    {
        if (file is not null && file != Format.File)
            Needs.Add(file);
    }
}
