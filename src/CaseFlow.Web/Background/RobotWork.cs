using CaseFlow.Engine.Runtime;
using CaseFlow.Web.Robots;

namespace CaseFlow.Web.Background;

/// <summary>Tells the robots in chat groups what waits, one node at a time. What cannot be delivered comes up again.</summary>
internal sealed class RobotWork(WorkClaims claims, RobotDelivery delivery)
{
    public const string Name = "robots";

    public Task RunAsync(CancellationToken cancel) => claims.DoAsync(Name, held => delivery.RunAsync(held, cancel), cancel);
}
