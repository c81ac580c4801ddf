using CleanIssuing.Application.Accounts;

namespace CleanIssuing.UnitTests.Accounts;

public class WebhookEndpointSetupTests
{
    [Theory]
    [InlineData("*", 0)]
    [InlineData("issuing_card.*", 1)]
    [InlineData("issuing_card.created", 2)]
    [InlineData("issuing_*", 3)]
    public void What_an_endpoint_is_not_sent_is_told(string events, int missing) =>
        new WebhookEndpointSetup("https://cards.example", true, [events], null)
            .Missing(["issuing_card.created", "issuing_card.updated", "issuing_cardholder.created"]).Count.ShouldBe(missing);
}
