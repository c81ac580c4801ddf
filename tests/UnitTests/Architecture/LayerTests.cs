using System.Reflection;
using System.Text.RegularExpressions;
using CleanIssuing.Application.Common.Access;
using MediatR;

namespace CleanIssuing.UnitTests.Architecture;

/// <summary>Layers point inward, and every request says who may send it.</summary>
public partial class LayerTests
{
    private static readonly string[] Frameworks = ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore"];

    [Fact]
    public void The_domain_knows_neither_layers_nor_frameworks() =>
        References(Codebase.Domain).ShouldAllBe(name => name.StartsWith("System", StringComparison.Ordinal));

    [Fact]
    public void The_application_knows_only_the_domain() => Ours(Codebase.Application).ShouldBe([Name(Codebase.Domain)]);

    [Fact]
    public void The_application_knows_neither_web_nor_database_nor_Stripe_net() =>
        References(Codebase.Application).ShouldNotContain(name =>
            Frameworks.Any(f => name.StartsWith(f, StringComparison.Ordinal)) || name == "Stripe.net");

    [Fact]
    public void The_infrastructure_knows_only_the_layers_inside_it() =>
        Ours(Codebase.Infrastructure).ShouldBe([Name(Codebase.Application), Name(Codebase.Domain)], ignoreOrder: true);

    [Fact]
    public void The_sandbox_knows_nothing_of_ours() => Ours(Codebase.Sandbox).ShouldBeEmpty();

    [Fact]
    public void Only_the_gateways_name_types_of_Stripe_net() => UsesOfStripe(Codebase.Uses).ShouldBeEmpty();

    [Theory]
    [InlineData("CleanIssuing.WebUi.Pages.Cards.CardModel")]
    [InlineData("CleanIssuing.Infrastructure.Persistence.Cards.CardReader")]
    public void A_type_of_Stripe_net_elsewhere_is_found(string from) =>
        UsesOfStripe([.. Codebase.Uses, new Use(from, "Stripe.Issuing.Card", false)]).ShouldHaveSingleItem();

    [Fact]
    public void The_gateways_name_types_of_Stripe_net() =>
        Codebase.Uses.ShouldContain(u => IsGateway(u.From) && u.To.StartsWith("Stripe.", StringComparison.Ordinal));

    [Fact]
    public void Only_the_composition_root_names_the_sandbox() => UsesOfSandbox(Codebase.Uses).ShouldBeEmpty();

    [Fact]
    public void A_use_of_the_sandbox_elsewhere_is_found() =>
        UsesOfSandbox([.. Codebase.Uses, new Use("CleanIssuing.WebUi.Pages.ErrorModel", "CleanIssuing.StripeSandbox.Sandbox", false)])
            .ShouldHaveSingleItem();

    [Fact]
    public void Every_request_says_who_may_send_it()
    {
        Type[] requests = [.. Codebase.Application.GetTypes().Where(IsRequest)];

        requests.Length.ShouldBeGreaterThan(30);
        requests.Where(request => !request.IsAssignableTo(typeof(IAuthorizedRequest))).ShouldBeEmpty();
    }

    [Fact]
    public void Handlers_and_validators_are_nobody_elses_business() =>
        Codebase.Application.GetTypes().Where(type => HandlerOrValidator().IsMatch(type.Name) && type.IsPublic).ShouldBeEmpty();

    private static IEnumerable<Use> UsesOfStripe(IEnumerable<Use> uses) =>
        uses.Where(u => u.To.StartsWith("Stripe.", StringComparison.Ordinal) && !IsGateway(u.From));

    private static IEnumerable<Use> UsesOfSandbox(IEnumerable<Use> uses) => uses.Where(u =>
        u.To.StartsWith("CleanIssuing.StripeSandbox.", StringComparison.Ordinal)
        && !u.From.StartsWith("CleanIssuing.StripeSandbox.", StringComparison.Ordinal)
        && !u.From.StartsWith("CleanIssuing.WebUi.Hosting.", StringComparison.Ordinal));

    private static bool IsGateway(string type) => type.StartsWith("CleanIssuing.Infrastructure.Stripe.", StringComparison.Ordinal);

    private static bool IsRequest(Type type) =>
        type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IBaseRequest));

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);

    private static IEnumerable<string> Ours(Assembly assembly) =>
        References(assembly).Where(name => name.StartsWith("CleanIssuing.", StringComparison.Ordinal));

    private static string Name(Assembly assembly) => assembly.GetName().Name!;

    [GeneratedRegex("(Handler|Validator)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HandlerOrValidator();
}
