using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace CleanIssuing.UnitTests.Text;

public class PersonTimesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 23, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Europe/Berlin", null, "Today, 12:30 AM", "Berlin (UTC+1)")]
    [InlineData("America/New_York", null, "Today, 6:30 PM", "New York (UTC-5)")]
    [InlineData("Asia/Kolkata", null, "Today, 5:00 AM", "Kolkata (UTC+5:30)")]
    [InlineData("Nowhere/Land", null, "Today, 11:30 PM", "UTC")]
    [InlineData("", null, "Today, 11:30 PM", "UTC")]
    [InlineData("Europe/Berlin", "Asia/Tokyo|en-GB", "Today, 08:30", "Tokyo (UTC+9)")]
    [InlineData("Europe/Berlin", "|de-DE", "Today, 00:30", "Berlin (UTC+1)")]
    [InlineData("Europe/Berlin", "|xx-XX", "Today, 12:30 AM", "Berlin (UTC+1)")]
    public void Moments_are_written_in_the_persons_zone(string zone, string? chosen, string moment, string name)
    {
        var times = Times(zone, chosen);

        (times.Moment(Now), times.ZoneName).ShouldBe((moment, name));
    }

    [Theory]
    [InlineData(0, "Today")]
    [InlineData(1, "Yesterday")]
    [InlineData(2, "Sunday, Nov 22")]
    [InlineData(400, "Monday, Oct 20, 2025")]
    public void Days_are_named_as_people_name_them(int ago, string name)
    {
        var times = Times("UTC", null);

        times.Day(times.Today.AddDays(-ago)).ShouldBe(name);
    }

    [Theory]
    [InlineData("Europe/Berlin", 25, "1:00 AM (00:00 UTC)")]
    [InlineData("Europe/Berlin", 30, "Nov 30, 1:00 AM (00:00 UTC)")]
    [InlineData("UTC", 25, "00:00 UTC")]
    [InlineData("America/New_York", 26, "7:00 PM (00:00 UTC)")]
    public void A_reset_is_told_in_both_zones(string zone, int day, string reset) =>
        Times(zone, null).Reset(new DateOnly(2026, 11, day)).ShouldBe(reset);

    [Fact]
    public void A_day_begins_when_its_first_hour_does_also_where_clocks_are_put_forward_at_midnight() =>
        Times("America/Santiago", null).StartOf(new DateOnly(2026, 9, 6)).ShouldBe(new DateTimeOffset(2026, 9, 6, 4, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_day_begins_at_the_first_midnight_where_clocks_are_put_back_then() =>
        Times("Atlantic/Azores", null).StartOf(new DateOnly(2026, 10, 25))
            .ShouldBe(new DateTimeOffset(2026, 10, 25, 0, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("de", "de-DE")]
    [InlineData("fr-CA,fr;q=0.9,en;q=0.8", "fr-FR")]
    [InlineData("zh-CN,en-GB;q=0.9", "en-GB")]
    [InlineData("zh-CN", "en-US")]
    [InlineData("", "en-US")]
    [InlineData("*;q=0.1, ;;,x", "en-US")]
    public void Dates_are_in_the_first_language_of_the_browser_that_there_is(string asked, string language) =>
        TimeChoice.LanguageOf(asked).ShouldBe(language);

    private static PersonTimes Times(string zone, string? chosen)
    {
        var cookies = new PortalCookies(false);
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = $"{cookies.Zone}={Uri.EscapeDataString(zone)}"
            + (chosen is null ? "" : $"; {cookies.Times}={Uri.EscapeDataString(chosen)}");
        return new PersonTimes(new HttpContextAccessor { HttpContext = context }, cookies, new FakeTimeProvider(Now));
    }
}
