using CleanIssuing.Domain.SharedKernel;

namespace CleanIssuing.UnitTests.SharedKernel;

public class StripeIdTests
{
    [Theory]
    [InlineData("ic_1")]
    [InlineData("ic_1NvLnQ2eZvKYlo2C_x")]
    public void A_card_id_starts_with_ic(string id) => CardId.Parse(id).Value.ShouldBe(id);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ic_")]
    [InlineData("IC_1")]
    [InlineData("ich_1")]
    [InlineData(" ic_1")]
    [InlineData("ic_1 ")]
    [InlineData("ic_1/../accounts")]
    [InlineData("ic_１")]
    [InlineData("ic_1\0")]
    [InlineData("ic_1\n")]
    public void Anything_else_is_none(string? id)
    {
        CardId.IsValid(id).ShouldBeFalse();
        Should.Throw<FormatException>(() => CardId.Parse(id));
    }

    [Fact]
    public void An_id_ends_at_255_characters()
    {
        CardId.IsValid("ic_" + new string('a', 252)).ShouldBeTrue();
        CardId.IsValid("ic_" + new string('a', 253)).ShouldBeFalse();
    }

    [Fact]
    public void Kinds_of_ids_are_not_mixed_up()
    {
        CardholderId.IsValid("ic_1").ShouldBeFalse();
        CardholderId.IsValid("ich_1").ShouldBeTrue();
        AccountId.IsValid("ich_1").ShouldBeFalse();
        AccountId.IsValid("acct_1").ShouldBeTrue();
    }
}
