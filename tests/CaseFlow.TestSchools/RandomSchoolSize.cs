namespace CaseFlow.TestSchools;

/// <summary>How large a random school is.</summary>
public enum RandomSchoolSize
{
    /// <summary>12 pupils in 3 classes.</summary>
    Tiny,

    /// <summary>40 pupils in 4 classes.</summary>
    Small,

    /// <summary>120 pupils in 8 classes.</summary>
    Middle,

    /// <summary>300 pupils in 12 classes.</summary>
    Large,
}
