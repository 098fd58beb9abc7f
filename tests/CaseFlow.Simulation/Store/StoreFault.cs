using System.Data.Common;

namespace CaseFlow.Simulation.Store;

/// <summary>What a database says when something goes wrong between it and a node.</summary>
public sealed class StoreFault(string message, string? state) : DbException(message)
{
    private const string Serialization = "40001";

    public override string? SqlState { get; } = state;

    /// <summary>The connection broke: whether the last command was carried out is not known to the caller.</summary>
    public static StoreFault Lost() => new("the connection was lost", null);

    /// <summary>Another transaction was first.</summary>
    public static StoreFault Conflict() => new("another transaction was first", Serialization);
}
