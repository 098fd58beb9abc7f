namespace CaseFlow.TestSchools;

/// <summary>The observation kinds by the groups that the rules name.</summary>
internal static class ObservationKinds
{
    public static readonly string[] Emotional = ["low-mood", "withdrawn", "anxious", "crying", "sleep", "appetite"];
    public static readonly string[] Peers = ["quarrel", "fight", "bullied", "bullying"];
    public static readonly string[] Health = ["unwell", "injury"];

    /// <summary>The conduct kinds that the rule `conduct` names; `night-missing` has a rule of its own.</summary>
    public static readonly string[] Conduct = ["truancy", "internet-cafe", "theft", "spending"];

    public static readonly string[] NightMissing = ["night-missing"];
    public static readonly string[] Safety = ["self-harm-talk", "suspected-abuse", "unsafe-home", "run-away"];
}
