using CleanIssuing.Application.Common.Access;
using CleanIssuing.Application.Common.Errors;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.IntegrationTests.Common;
using CleanIssuing.StripeSandbox.State;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;

namespace CleanIssuing.IntegrationTests.Extending;

public sealed class FlagCardTests(ExtendedPortal portal) : IClassFixture<ExtendedPortal>
{
    [Fact]
    public async Task An_admin_flags_a_card_and_the_audit_log_has_it()
    {
        var card = await portal.NewCardAsync();

        (await SendAsync("admin@demo.test", card, "Odd purchases")).Reason.ShouldBe("Odd purchases");

        var line = portal.Audit(card).ShouldHaveSingleItem();
        (line.Action, line.Actor, line.Outcome).ShouldBe(("card.flag", "admin@demo.test", "Succeeded"));
        portal.Text($"SELECT Details FROM AuditEntries WHERE Subject = '{card}'").ShouldNotBeNull().ShouldContain("Odd purchases");
    }

    [Fact]
    public async Task The_cardholder_may_not_and_the_refusal_is_in_the_audit_log()
    {
        var card = await portal.NewCardAsync();

        await Should.ThrowAsync<ForbiddenException>(() => SendAsync("jenny@demo.test", card, "Odd purchases"));

        portal.Audit(card).ShouldHaveSingleItem().Outcome.ShouldBe("Denied");
    }

    [Fact]
    public async Task A_reason_is_needed()
    {
        var card = await portal.NewCardAsync();

        await Should.ThrowAsync<ValidationException>(() => SendAsync("admin@demo.test", card, ""));
    }

    [Fact]
    public async Task A_canceled_card_is_not_flagged() =>
        (await Should.ThrowAsync<RuleViolationException>(() => SendAsync("admin@demo.test", DemoSeed.JennyCanceled, "Odd purchases")))
            .Reason.ShouldBe(RefusalReason.CardCanceled);

    private async Task<CardFlagged> SendAsync(string email, string card, string reason)
    {
        await using var scope = portal.Portal.App.Services.CreateAsyncScope();
        var person = Actor.Person(portal.Text($"SELECT Id FROM AspNetUsers WHERE Email = '{email}'")!, email);
        return await scope.ServiceProvider.GetRequiredService<IImpersonatingSender>()
            .SendAsync(new FlagCard(CardId.Parse(card), reason), person, CancellationToken.None);
    }
}
