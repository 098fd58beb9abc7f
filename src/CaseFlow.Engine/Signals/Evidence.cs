namespace CaseFlow.Engine.Signals;

/// <summary>What a flag rests on.</summary>
public enum EvidenceSource
{
    /// <summary>Something recorded: a mark, a result, an observation.</summary>
    Signal,

    /// <summary>Something that is missing from the record.</summary>
    Missing,

    /// <summary>What the dossier says.</summary>
    Dossier,
}

/// <summary>One signal that a flag rests on, in words that a teacher can check against the register.</summary>
/// <param name="Date">When it was; for what is missing, since when.</param>
/// <param name="RecordedNo">The number of its recording; 0 for what is missing or in the dossier.</param>
public sealed record Evidence(EvidenceSource Source, DateOnly Date, long RecordedNo, Words Words);
