using Hangfire;
using Hangfire.InMemory;
using Hangfire.Storage;

namespace CaseFlow.Hangfire.Tests;

/// <summary>Jobs in memory, without the storage's own clock: the test's decides what is due.</summary>
internal sealed class StorageWithoutClock : JobStorage
{
    private readonly InMemoryStorage kept = new();

    public override bool LinearizableReads => true;

    public override IMonitoringApi GetMonitoringApi() => kept.GetMonitoringApi();

    public override IStorageConnection GetConnection() => kept.GetConnection();

    public override bool HasFeature(string featureId) => featureId != JobStorageFeatures.Connection.GetUtcDateTime && kept.HasFeature(featureId);
}
