using CaseFlow.Engine;
using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Access;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components;

/// <summary>
/// A page: loads what it shows, and takes what its forms send. After something was done the browser is sent to where it is seen
/// (so a reload repeats nothing); after a refusal the page is shown again with the reason and all that was typed.
/// </summary>
public abstract class CarePage : ComponentBase
{
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
    protected DateOnly Today => new SchoolTime(new SchoolCalendar([]), Runtime.Zone).DayOf(Runtime.Now);

    /// <summary>Carries out what was sent.</summary>
    public async Task HandleAsync()
    {
        if (!Ready)
            return;
        Typed = new Typed(await Http.Request.ReadFormAsync(Http.RequestAborted));
        var sent = await SentAsync(Typed);
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
    protected async Task ReadAsync(CaseFlowDb db, ChildId child, string what)
    {
        if (!HttpMethods.IsGet(Http.Request.Method))
            return;
        db.ReadingsOfFiles.Add(new ReadingOfFile
        {
            Id = Runtime.NewId(),
            SchoolId = db.SchoolId,
            StaffId = Who.Staff,
            ChildId = child,
            At = Runtime.Now,
            What = what,
        });
        await db.SaveChangesAsync(Http.RequestAborted);
    }

    /// <summary>What came of an action of <see cref="CareActions"/>, and where to go when it was done.</summary>
    protected static Sent After(ActionResult result, string goTo) =>
        result.NotFound ? Sent.Unknown : result.Refusal is { } refusal ? Sent.Refuse(refusal) : Sent.To(goTo);

    private async Task ShowAsync()
    {
        using var db = Runtime.Open();
        Ready = await LoadAsync(db);
        Missing = !Ready;
        if (Missing)
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
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
