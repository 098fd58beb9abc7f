using System.Collections.Frozen;
using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Rules.Parameters;
using CaseFlow.Engine.Signals;
using CaseFlow.Web.Pages.Imports;
using CaseFlow.Web.Robots;
using CaseFlow.Web.Visits;

namespace CaseFlow.Web.Api;

/// <summary>The HTTP status of every refusal.</summary>
internal static class RefusalStatus
{
    private static readonly FrozenDictionary<string, int> ById = new (int Status, Refusal[] Refusals)[]
    {
        (400, [ApiRefusals.BadRequest, ApiRefusals.KeyMissing, ApiRefusals.KeyLength, ApiRefusals.BodyInvalid, ApiRefusals.QueryInvalid]),
        (401, [ApiRefusals.SignIn, ApiRefusals.TokenInvalid]),
        (403,
        [
            Refusals.NotAllowed, Refusals.OwnRequest, Refusals.OwnApproval, Refusals.WithdrawTooLate, ApiRefusals.NotStaff, ApiRefusals.CrossSite,
            ApiRefusals.TokenScope,
        ]),
        (404,
        [
            Refusals.NoSuchCase, Refusals.NoSuchTask, Refusals.NoSuchFlag, Refusals.NoSuchSignal, Refusals.DelegationUnknown,
            ParameterRefusals.NoSuchRule, ParameterRefusals.NoSuchParameter, ApiRefusals.NoSuchChild, ApiRefusals.NoSuchAddress, VisitRefusals.Unknown,
            ImportRefusals.NoSuchImport,
            ApiRefusals.NoSuchToken,
            RobotRefusals.Unknown,
        ]),
        (405, [ApiRefusals.NoSuchMethod]),
        (409,
        [
            Refusals.CaseClosed, Refusals.CaseTaken, Refusals.NotTaken, Refusals.NotAssessed, Refusals.NoOwner, Refusals.PendingDecision,
            Refusals.EmergencyOpen, Refusals.TaskNotPending, Refusals.HasOwnForm, Refusals.MovedAlready, Refusals.FlagNotActive,
            Refusals.NoneSuchEscalation, Refusals.Decided, Refusals.NotReturned, Refusals.OneIsPending, Refusals.NeedsApproval,
            Refusals.WorkflowNotInForce, Refusals.OnThisWorkflow, Refusals.WorkflowLacks, Refusals.InterventionAsks,
            Refusals.CaseNotClosed, Refusals.ReopenTooLate, Refusals.AnotherIsOpen, Refusals.ChildHasLeft, Refusals.DelegationOverlaps,
            Refusals.HandOverRunning, Refusals.HandOverNobody, ApiRefusals.Busy, VisitRefusals.Entered, VisitRefusals.Ambiguous,
            ImportRefusals.Written,
            RobotRefusals.NotDelivered,
        ]),
        (413, [ApiRefusals.BodyTooLarge, ImportRefusals.TooLarge]),
        (415, [ApiRefusals.BodyNotJson]),
        (422,
        [
            Refusals.CloseNeedsReason, Refusals.LevelTooLow, Refusals.LevelOutOfRange, Refusals.DoneInFuture, Refusals.DoneTooEarly,
            Refusals.MoveNeedsReason, Refusals.MoveToPast, Refusals.MoveTooFar, Refusals.FlagNeedsReason, Refusals.NeedsReason,
            Refusals.NeedsQuestion, Refusals.NeedsAnswer, Refusals.NoSuchStep, Refusals.NoSuchIntervention, Refusals.PlanNeedsGoal,
            Refusals.NeedsText, Refusals.NotOnStaff, Refusals.PlanIsItsForm, Refusals.NoSuchGoal, Refusals.NotAnIntervention,
            Refusals.InterventionTooLong, Refusals.HandOverToSelf, Refusals.HandOverNotAtWork, Refusals.DelegationDates,
            Refusals.DelegateUnfit, Observing.UnknownKind, Observing.Severity, Observing.InFuture,
            ParameterRefusals.NeedsReason, ParameterRefusals.TooLong, ParameterRefusals.NothingChanges, ApiRefusals.KeyReused, VisitRefusals.Mistyped,
            RobotRefusals.Name, RobotRefusals.Address, RobotRefusals.Secret, RobotRefusals.Happenings, RobotRefusals.Site,
        ]),
        (500, [ApiRefusals.Broken]),
    }.SelectMany(g => g.Refusals.Select(r => (r.Id, g.Status))).ToFrozenDictionary(x => x.Id, x => x.Status);

    /// <summary>Whether the table has the refusal; a test asks for every one of the engine.</summary>
    public static bool Knows(Refusal refusal) => ById.ContainsKey(refusal.Id);

    /// <summary>The status; of a refusal that the table lacks, 422: nothing was done, and the words say why.</summary>
    public static int Of(Refusal refusal) => ById.GetValueOrDefault(refusal.Id, StatusCodes.Status422UnprocessableEntity);
}
