using System.Globalization;
using System.Text;
using CleanIssuing.Domain.People;

namespace CleanIssuing.UnitTests.People;

public class TotpTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>The last six of the eight digits in RFC 6238, appendix B.</summary>
    [Theory]
    [InlineData("1970-01-01T00:00:59Z", "287082")]
    [InlineData("2005-03-18T01:58:29Z", "081804")]
    [InlineData("2005-03-18T01:58:31Z", "050471")]
    [InlineData("2009-02-13T23:31:30Z", "005924")]
    [InlineData("2033-05-18T03:33:20Z", "279037")]
    [InlineData("2603-10-11T11:33:20Z", "353130")]
    public void A_code_is_what_the_standard_says(string at, string code) => Totp.CodeAt(Key, At(at)).ShouldBe(code);

    [Theory]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(-60, false)]
    [InlineData(60, false)]
    public void A_phone_may_be_one_step_off_and_no_more(int seconds, bool isTaken)
    {
        var now = At("2026-11-27T01:00:00Z");

        (Totp.Match(Key, Totp.CodeAt(Key, now.AddSeconds(seconds)), now) is not null).ShouldBe(isTaken);
    }

    [Fact]
    public void A_step_comes_later_than_the_one_before()
    {
        var now = At("2026-11-27T01:00:00Z");

        Totp.Match(Key, Totp.CodeAt(Key, now.AddSeconds(30)), now).ShouldBe(Totp.Match(Key, Totp.CodeAt(Key, now), now) + 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("abcdef")]
    public void Anything_else_is_no_code(string text) => Totp.Match(Key, text, At("2026-11-27T01:00:00Z")).ShouldBeNull();

    /// <summary>The examples of RFC 4648, section 10.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void A_key_is_written_in_base_32(string bytes, string text) => Totp.ToBase32(Encoding.ASCII.GetBytes(bytes)).ShouldBe(text);

    [Fact]
    public void Keys_are_long_enough_and_differ()
    {
        Totp.CreateKey().Length.ShouldBe(20);
        Totp.CreateKey().ShouldNotBe(Totp.CreateKey());
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
