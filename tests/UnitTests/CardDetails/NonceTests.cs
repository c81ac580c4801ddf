using CleanIssuing.Domain.CardDetails;

namespace CleanIssuing.UnitTests.CardDetails;

public class NonceTests
{
    [Theory]
    [InlineData("ephkn_1abcdef0123456789")]
    [InlineData("abc+/=.-_~:12345")]
    public void A_nonce_may_be_any_printable_token(string value) => Nonce.Parse(value).Value.ShouldBe(value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("has a space in it")]
    [InlineData("has a\0nul-in-it")]
    [InlineData("über-nonce-1234")]
    [InlineData("line\nbreak-nonce")]
    public void Anything_else_is_none(string? value)
    {
        Nonce.IsValid(value).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => Nonce.Parse(value));
    }

    [Fact]
    public void A_nonce_of_an_unlikely_length_is_invalid() => Nonce.IsValid(new string('a', 501)).ShouldBeFalse();

    [Fact]
    public void Its_text_does_not_give_it_away() => $"{Nonce.Parse("ephkn_secret")}".ShouldNotContain("ephkn");
}
