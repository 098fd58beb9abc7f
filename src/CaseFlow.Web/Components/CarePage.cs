using CaseFlow.Engine;
using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Access;
using CaseFlow.Web.Import;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Components;

/// <summary>
/// A page: loads what it shows, and takes what its forms send. After something was done the browser is sent to where it is seen
/// (so a reload repeats nothing); after a refusal the page is shown again with the reason and all that was typed.
/// </summary>
public abstract class CarePage : ComponentBase
{
    private const int MostTries = 3;

    private bool keyed;

    [CascadingParameter]
    public HttpContext Http { get; set; } = default!;

    [Inject]
    public CareRuntime Runtime { get; set; } = default!;

    [Inject]
    public CareActions Actions { get; set; } = default!;

    [Inject]
    public NavigationManager Navigation { get; set; } = default!;

    /// <summary>Why what was sent was not done; null where nothing was refused.</summary>
    public Refusal? Refused { get; private set; }

    /// <summary>What was sent, until it is done.</summary>
    public Typed Typed { get; private set; } = Typed.Nothing;

    /// <summary>Whether what the address names is not there, or not for this person; the page does not say which.</summary>
    public bool Missing { get; private set; }

    /// <summary>Whether everything is loaded.</summary>
    public bool Ready { get; private set; }

    /// <summary>Who is signed in; pages for everybody do not ask.</summary>
    protected SignedIn Who => field ??= SignedIn.From(Http.User) ?? throw new InvalidOperationException("a page for nobody asked who is signed in");

    /// <summary>The day at the school.</summary>
    protected DateOnly Today => SchoolTime.WithoutCalendar(Runtime.Zone).DayOf(Runtime.Now);

    /// <summary>Carries out what was sent.</summary>
    public async Task HandleAsync()
    {
        if (!Ready)
            return;
        Typed = new Typed(await Http.Request.ReadFormAsync(Http.RequestAborted));
        var sent = await SentOnceAsync(Typed);
        if (sent.GoTo is { } address)
        {
            Navigation.NavigateTo(address);
            return;
        }

        Refused = sent.Refusal;
        Http.Response.StatusCode = sent.NotFound ? StatusCodes.Status404NotFound : sent.Refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        await ShowAsync();
        Missing |= sent.NotFound;
    }

    protected sealed override Task OnInitializedAsync() => ShowAsync();

    /// <summary>Loads what the page shows; false where it is not there or not for this person.</summary>
    protected abstract Task<bool> LoadAsync(CaseFlowDb db);

    /// <summary>What a form of the page asks for.</summary>
    protected virtual Task<Sent> SentAsync(Typed typed) => Task.FromResult(Sent.Unknown);

    /// <summary>Writes down that somebody opened a child's file.</summary>
    protected Task ReadAsync(CaseFlowDb db, ChildId child, string what) => ReadAsync(db, [child], what);

    /// <summary>Writes down that somebody was shown the files of several children.</summary>
    protected async Task ReadAsync(CaseFlowDb db, IEnumerable<ChildId> children, string what)
    {
        if (!HttpMethods.IsGet(Http.Request.Method))
            return;
        db.ReadingsOfFiles.AddRange(children.Select(child => new ReadingOfFile
        {
            Id = Runtime.NewId(),
            SchoolId = db.SchoolId,
            StaffId = Who.Staff,
            ChildId = child,
            At = Runtime.Now,
            What = what,
        }));
        await db.SaveChangesAsync(Http.RequestAborted);
    }

    /// <summary>Gives a command, and says where to go when it was done.</summary>
    protected async Task<Sent> GiveAsync(ChildId child, ChildCommand command, string goTo) =>
        After(await Actions.DoAsync(Who, child, command, Once(goTo)), goTo);

    /// <summary>
    /// Keeps the key of the form with the work. On a bad line people press twice: the second time they go where the first time led, and nothing
    /// happens again.
    /// </summary>
    /// <param name="goTo">Where the first time leads.</param>
    protected Func<CaseFlowDb, Task>? Once(string goTo)
    {
        if (KeyOf(Typed) is not { } key)
            return null;
        return db =>
        {
            keyed = true;
            db.AnsweredRequests.Add(new AnsweredRequest
            {
                SchoolId = db.SchoolId, Key = key, Fingerprint = "", Status = StatusCodes.Status303SeeOther, Body = goTo, At = Runtime.Now,
            });
            return Task.CompletedTask;
        };
    }

    /// <summary>What came of an action of <see cref="CareActions"/>, and where to go when it was done.</summary>
    protected static Sent After(ActionResult result, string goTo) =>
        result.NotFound ? Sent.Unknown : result.Refusal is { } refusal ? Sent.Refuse(refusal) : Sent.To(goTo);

    private async Task<Sent> SentOnceAsync(Typed typed)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (await BeforeAsync(typed) is { } before)
                    return before;
                var sent = await SentAsync(typed);
                return sent.Refusal is null ? sent : await BeforeAsync(typed) ?? sent; // refused, perhaps because the same form has just been carried out
            }
            catch (DbUpdateException e) when (keyed && Conflicts.IsConflict(e))
            {
                if (await BeforeAsync(typed) is { } before)
                    return before;
                throw;
            }
            catch (Exception e) when (keyed && attempt < MostTries && Conflicts.IsTransient(e))
            {
                // The database gave no answer: under the key it can be asked again, whether it was done or not.
            }
        }
    }

    /// <summary>Where the same form led before; null where this is the first time.</summary>
    private async Task<Sent?> BeforeAsync(Typed typed)
    {
        if (KeyOf(typed) is not { } key)
            return null;
        using var db = Runtime.Open();
        return await db.AnsweredRequests.AsNoTracking().SingleOrDefaultAsync(a => a.Key == key) is { } answered ? Sent.To(answered.Body) : null;
    }

    /// <summary>A key is of one person: nobody's form is taken for another's.</summary>
    private string? KeyOf(Typed typed) => typed.Id(Typed.KeyField) is { } key && SignedIn.From(Http.User) is { } who ? $"form:{who.Staff}:{key}" : null;

    private async Task ShowAsync()
    {
        using var db = Runtime.Open();
        Ready = await LoadAsync(db);
        Missing = !Ready;
        if (Missing)
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
        else
            Refused ??= Http.Features.Get<RefusedUnread>()?.Refusal;
    }
}

/// <summary>What came of a form.</summary>
/// <param name="GoTo">Where the browser goes; null where the page is shown again.</param>
public sealed record Sent(string? GoTo, Refusal? Refusal, bool NotFound)
{
    /// <summary>The page has no such form, or nothing of that number.</summary>
    public static readonly Sent Unknown = new(null, null, true);

    /// <summary>Done; the page itself shows what came of it, once.</summary>
    public static readonly Sent Shown = new(null, null, false);

    public static Sent To(string address) => new(address, null, false);

    public static Sent Refuse(Refusal refusal) => new(null, refusal, false);
}
