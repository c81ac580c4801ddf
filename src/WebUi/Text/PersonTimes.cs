using System.Globalization;
using CleanIssuing.Domain.SpendControls;
using CleanIssuing.WebUi.Http;

namespace CleanIssuing.WebUi.Text;

/// <summary>
/// Days and hours as the person reads them: in their own time zone, which their browser tells or they have chosen, and in the dates of
/// the language that they have chosen.
/// </summary>
public sealed class PersonTimes
{
    private readonly TimeProvider _time;

    public PersonTimes(IHttpContextAccessor accessor, PortalCookies cookies, TimeProvider time)
    {
        _time = time;
        var sent = accessor.HttpContext?.Request.Cookies;
        var asked = accessor.HttpContext?.Request.Headers.AcceptLanguage.ToString();
        var chosen = TimeChoice.Parse(sent?[cookies.Times]);
        (ChosenZone, ChosenLanguage) = (chosen.Zone, chosen.Language);
        var zone = chosen.Zone ?? sent?[cookies.Zone];
        Zone = zone is { Length: > 0 and < 64 } && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Utc;
        Culture = CultureInfo.GetCultureInfo(chosen.Language ?? TimeChoice.LanguageOf(asked));
    }

    public TimeZoneInfo Zone { get; }

    /// <summary>The zone that was chosen; none where the browser's is taken.</summary>
    public string? ChosenZone { get; }

    /// <summary>The language of dates that was chosen; none where the browser's is taken.</summary>
    public string? ChosenLanguage { get; }

    public CultureInfo Culture { get; }

    public DateOnly Today => DayOf(_time.GetUtcNow());

    /// <summary>Today in UTC, which Stripe counts days by.</summary>
    public DateOnly UtcToday => DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);

    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment).DateTime);

    /// <summary>The first moment of a day.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        // Where clocks are put forward at midnight, the day begins an hour later.
        if (Zone.IsInvalidTime(midnight))
            midnight = midnight.AddHours(1);
        // Where they are put back at midnight, it begins at the first of the two.
        var offset = Zone.IsAmbiguousTime(midnight) ? Zone.GetAmbiguousTimeOffsets(midnight).Max() : Zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset).ToUniversalTime();
    }

    /// <summary><c>9:41 AM</c></summary>
    public string Hour(DateTimeOffset moment) => Local(moment).ToString("t", Culture).Replace('\u202f', ' ');

    /// <summary><c>9:41:07 AM</c></summary>
    public string HourWithSeconds(DateTimeOffset moment) => Local(moment).ToString("T", Culture).Replace('\u202f', ' ');

    /// <summary><c>Nov 3</c>, with its year where that is not this one.</summary>
    public string Date(DateOnly day) => day.ToString(
        (IsAmerican ? "MMM d" : HasDayDot ? "d. MMM" : "d MMM") + (day.Year == Today.Year ? "" : IsAmerican ? ", yyyy" : " yyyy"), Culture);

    /// <summary><c>Today</c>, <c>Yesterday</c>, <c>Sunday, Nov 22</c></summary>
    public string Day(DateOnly day) => (Today.DayNumber - day.DayNumber) switch
    {
        0 => "Today",
        1 => "Yesterday",
        _ => day.ToString("dddd", Culture) + ", " + Date(day),
    };

    /// <summary><c>Today, 9:41 AM</c>, <c>Nov 3, 9:41 AM</c></summary>
    public string Moment(DateTimeOffset moment)
    {
        var day = DayOf(moment);
        return (Today.DayNumber - day.DayNumber) switch
        {
            0 => "Today",
            1 => "Yesterday",
            _ => Date(day),
        } + ", " + Hour(moment);
    }

    /// <summary><c>November</c>, for sentences, which are in English.</summary>
    public static string Month(DateOnly day) => day.ToString("MMMM", CultureInfo.InvariantCulture);

    /// <summary><c>Berlin (UTC+1)</c></summary>
    public string ZoneName
    {
        get
        {
            if (Zone.Id is "UTC" or "Etc/UTC")
                return "UTC";
            var offset = Zone.GetUtcOffset(_time.GetUtcNow());
            var sign = offset < TimeSpan.Zero ? "-" : "+";
            var minutes = offset.Minutes == 0 ? "" : ":" + Math.Abs(offset.Minutes).ToString("00", CultureInfo.InvariantCulture);
            return $"{NameOf(Zone.Id)} (UTC{sign}{Math.Abs(offset.Hours)}{minutes})";
        }
    }

    /// <summary>The city of a zone: <c>New York</c> of <c>America/New_York</c>.</summary>
    public static string NameOf(string zone) => zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary>
    /// When a day of Stripe's begins: <c>1:00 AM (00:00 UTC)</c>, with its date where that is neither today nor tomorrow.
    /// </summary>
    public string Reset(DateOnly utcDay)
    {
        var moment = new DateTimeOffset(utcDay.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var day = DayOf(moment);
        var date = day.DayNumber - Today.DayNumber is 0 or 1 ? "" : Date(day) + ", ";
        return Zone.GetUtcOffset(moment) == TimeSpan.Zero ? $"{date}00:00 UTC" : $"{date}{Hour(moment)} (00:00 UTC)";
    }

    /// <summary>
    /// What is left of a limit, and for how long: <c>Left today</c>, or <c>Left until 4:00 PM</c> where Stripe's day is another.
    /// </summary>
    public string Left(Words words, LimitUsage usage)
    {
        var (start, end) = (usage.Period.Start, usage.Period.End);
        if (usage.Limit.Interval == LimitInterval.Daily && end is { } reset)
        {
            var moment = new DateTimeOffset(reset.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            if (Zone.GetUtcOffset(moment) != TimeSpan.Zero)
                return words["left.until", Hour(moment)];
        }

        return words["left." + usage.Limit.Interval.ToCode(), Month(start), start.Year];
    }

    /// <summary>Whether the language writes a day with a dot, as German does: <c>3. Nov.</c></summary>
    private bool HasDayDot => Culture.DateTimeFormat.MonthDayPattern.StartsWith("d.", StringComparison.Ordinal);

    private bool IsAmerican => Culture.Name == "en-US";

    private DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);
}
