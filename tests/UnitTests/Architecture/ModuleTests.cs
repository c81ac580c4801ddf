namespace CleanIssuing.UnitTests.Architecture;

/// <summary>Modules use one another along the arrows of docs/architecture.md, and through public doors only.</summary>
public class ModuleTests
{
    [Fact]
    public void Modules_use_one_another_only_along_the_allowed_arrows() => ModuleRules.Violations(Codebase.Uses).ShouldBeEmpty();

    [Fact]
    public void No_modules_use_each_other_in_a_circle() => ModuleRules.Circle(Codebase.Uses).ShouldBeEmpty();

    [Fact]
    public void The_rules_see_every_module_and_the_arrows_between_them()
    {
        var arrows = Codebase.Uses.Select(u => (From: ModuleRules.ModuleOf(u.From), To: ModuleRules.ModuleOf(u.To)))
            .Where(arrow => arrow.From is not null && arrow.To is not null && arrow.From != arrow.To).Distinct().ToList();

        arrows.Select(arrow => arrow.From!).Where(module => module != "Common").Distinct()
            .ShouldBe(ModuleRules.Allowed.Keys, ignoreOrder: true);
        arrows.Count.ShouldBeGreaterThan(15);
    }

    [Fact]
    public void Domain_and_application_have_no_folder_that_is_not_a_module() =>
        Codebase.Domain.GetTypes().Concat(Codebase.Application.GetTypes()).Select(type => type.Namespace).OfType<string>()
            .Where(name => name.StartsWith("CleanIssuing.", StringComparison.Ordinal) && name.Split('.').Length > 2)
            .Select(name => name.Split('.')[2]).Distinct()
            .ShouldBeSubsetOf([.. ModuleRules.Allowed.Keys, "SharedKernel", "Common"]);

    [Fact]
    public void Infrastructure_has_no_folder_that_no_rule_knows()
    {
        var folders = Codebase.Infrastructure.GetTypes().Select(type => type.Namespace).OfType<string>()
            .Where(name => name.StartsWith("CleanIssuing.Infrastructure.", StringComparison.Ordinal))
            .Select(name => name.Split('.')[2..]).ToList();

        folders.Select(folder => folder[0]).Distinct()
            .ShouldBeSubsetOf([.. ModuleRules.Allowed.Keys, "Identity", "Persistence", "Stripe"]);
        folders.Where(folder => folder is ["Persistence" or "Stripe", _, ..]).Select(folder => folder[1]).Distinct()
            .ShouldBeSubsetOf([.. ModuleRules.Allowed.Keys, "Access", "Migrations"]);
    }

    [Theory]
    // The shared kernel and Common use no module.
    [InlineData("Domain.SharedKernel.Money", "Domain.Cards.Card", false)]
    [InlineData("Application.Common.Access.Actor", "Application.People.AddPerson", false)]
    [InlineData("Infrastructure.Persistence.Pruning", "Infrastructure.Persistence.StripeSync.OperationRow", false)]
    [InlineData("Infrastructure.Stripe.StripeErrors", "Domain.Cards.Card", false)]
    // Each module that may use less than all.
    [InlineData("Application.Accounts.IAccountReader", "Domain.Cards.Card", false)]
    [InlineData("Application.Audit.GetAuditLog", "Application.People.AddPerson", false)]
    [InlineData("Application.People.AddPerson", "Domain.Cards.Card", false)]
    [InlineData("Application.Cards.GetCard", "Application.SpendControls.UpdateSpendControls", false)]
    [InlineData("Application.Cards.GetCard", "Application.StripeSync.Import.ImportFromStripe", false)]
    [InlineData("Application.CardDetails.CreateEphemeralKey", "Application.SpendControls.UpdateSpendControls", false)]
    [InlineData("Application.Embedded.CreateAccountSession", "Application.Authorizations.GetCardActivity", false)]
    [InlineData("Application.SpendControls.UpdateSpendControls", "Application.Authorizations.GetCardActivity", false)]
    [InlineData("Application.StripeSync.Import.ImportFromStripe", "Application.People.AddPerson", false)]
    // In the infrastructure too.
    [InlineData("Infrastructure.Stripe.Cards.CardGateway", "Domain.SpendControls.LimitUsage", false)]
    [InlineData("Infrastructure.Persistence.Accounts.AccountStore", "Domain.Cards.Card", false)]
    [InlineData("Infrastructure.CardDetails.PhysicalCardDetailsFeature", "Domain.People.Membership", false)]
    [InlineData("Infrastructure.Identity.AppUser", "Domain.Cards.Card", false)]
    [InlineData("Infrastructure.Persistence.SpendControls.ControlHistory", "Infrastructure.Persistence.Access.ResolvedCard", true)]
    // Authorizations uses the evaluator of SpendControls, and none of its use cases.
    [InlineData("Application.Authorizations.GetCardActivity", "Application.SpendControls.UpdateSpendControls", false)]
    // Internal types of another module, along an arrow that is allowed.
    [InlineData("Application.SpendControls.UpdateSpendControls", "Application.Cards.CardOperations", true)]
    [InlineData("Infrastructure.Persistence.StripeSync.ReplicaStore", "Infrastructure.Persistence.Cards.CardReader", true)]
    public void A_forbidden_use_is_found(string from, string to, bool toIsInternal) =>
        ModuleRules.Violations([new Use("CleanIssuing." + from, "CleanIssuing." + to, toIsInternal)]).ShouldHaveSingleItem();

    [Theory]
    [InlineData("Domain.Cards.Card", "Domain.SpendControls.LimitUsage", "Cards", "SpendControls")]
    [InlineData("Domain.Accounts.Account", "Domain.Authorizations.Authorization", "Accounts", "Authorizations")]
    [InlineData("Application.Common.Page", "Application.Audit.GetAuditLog", "Audit", "Common")]
    public void A_circle_is_found(string from, string to, params string[] modules)
    {
        var circle = ModuleRules.Circle([.. Codebase.Uses, new Use("CleanIssuing." + from, "CleanIssuing." + to, false)]);

        modules.ShouldBeSubsetOf(circle);
    }
}
