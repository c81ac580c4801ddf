using System.Reflection;
using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using CleanIssuing.Application.Common;
using MediatR;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;

namespace CleanIssuing.UnitTests.Architecture;

/// <summary>Layers, modules, and what every request must say.</summary>
public partial class ArchitectureTests
{
    private static readonly Assembly Domain = typeof(Domain.Cards.Card).Assembly;
    private static readonly Assembly Application = typeof(Application.DependencyInjection).Assembly;
    private static readonly Assembly Infrastructure = typeof(Infrastructure.DependencyInjection).Assembly;
    private static readonly Assembly WebUi = typeof(WebUi.Hosting.Portal).Assembly;
    private static readonly Assembly Sandbox = typeof(StripeSandbox.Sandbox).Assembly;

    private static readonly string[] Modules = ["Cards", "CardDetails", "SpendControls", "Authorizations", "Embedded", "People", "Audit", "Accounts"];

    private static readonly ArchUnitNET.Domain.Architecture Code = new ArchLoader()
        .LoadAssemblies(Domain, Application, Infrastructure, WebUi, Sandbox, typeof(Stripe.StripeClient).Assembly).Build();

    [Fact]
    public void The_domain_knows_neither_layers_nor_frameworks() => References(Domain).ShouldAllBe(name => name.StartsWith("System"));

    [Fact]
    public void The_application_knows_only_the_domain() => Ours(Application).ShouldBe([Name(Domain)]);

    [Fact]
    public void The_application_knows_neither_web_nor_database() =>
        References(Application).ShouldNotContain(name => name.StartsWith("Microsoft.AspNetCore") || name.StartsWith("Microsoft.EntityFrameworkCore") || name == "Stripe.net");

    [Fact]
    public void The_infrastructure_knows_only_the_layers_inside_it() =>
        Ours(Infrastructure).ShouldBe([Name(Application), Name(Domain)], ignoreOrder: true);

    [Fact]
    public void The_sandbox_knows_nothing_of_ours() => Ours(Sandbox).ShouldBeEmpty();

    [Fact]
    public void Only_the_gateways_name_types_of_Stripe_net()
    {
        var stripe = Types().That().ResideInAssembly(typeof(Stripe.StripeClient).Assembly);

        Types().That().ResideInAssembly(Domain, Application, WebUi, Sandbox).Should().NotDependOnAny(stripe).Check(Code);
        Types().That().ResideInAssembly(Infrastructure).And().DoNotResideInNamespaceMatching(@"^CleanIssuing\.Infrastructure\.Stripe(\.|$)")
            .Should().NotDependOnAny(stripe).Check(Code);
    }

    [Fact]
    public void Only_the_composition_root_names_the_sandbox() =>
        Types().That().ResideInAssembly(WebUi).And().DoNotResideInNamespaceMatching(@"^CleanIssuing\.WebUi\.Hosting(\.|$)")
            .Should().NotDependOnAny(Types().That().ResideInAssembly(Sandbox)).Check(Code);

    [Fact]
    public void Every_request_says_who_may_send_it() =>
        Requests.Where(request => !request.IsAssignableTo(typeof(IAuthorizedRequest))).ShouldBeEmpty();

    [Fact]
    public void There_are_requests_to_say_it_of() => Requests.Count.ShouldBeGreaterThan(5);

    [Fact]
    public void A_module_uses_no_handler_and_no_validator_of_another()
    {
        foreach (var module in Modules)
        {
            var others = Types().That().ResideInAssembly(Application).And().DoNotResideInNamespaceMatching($@"\.{module}$")
                .And().HaveNameMatching("(Handler|Validator|Behavior)(`\\d)?$");
            Types().That().ResideInAssembly(Application).And().ResideInNamespaceMatching($@"\.{module}$")
                .Should().NotDependOnAny(others).WithoutRequiringPositiveResults().Check(Code);
        }
    }

    [Fact]
    public void The_application_has_no_folder_that_is_not_a_module() =>
        Application.GetTypes().Select(type => type.Namespace).OfType<string>().Where(name => name.StartsWith("CleanIssuing.Application."))
            .Select(name => name.Split('.')[2]).Distinct().ShouldBeSubsetOf([.. Modules, "Common"]);

    [Fact]
    public void Handlers_and_validators_are_nobody_elses_business() =>
        Application.GetTypes().Where(type => HandlerOrValidator().IsMatch(type.Name) && type.IsPublic).ShouldBeEmpty();

    private static IReadOnlyList<System.Type> Requests =>
        [.. Application.GetTypes().Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IBaseRequest)))];

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);

    private static IEnumerable<string> Ours(Assembly assembly) => References(assembly).Where(name => name.StartsWith("CleanIssuing."));

    private static string Name(Assembly assembly) => assembly.GetName().Name!;

    [GeneratedRegex("(Handler|Validator)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HandlerOrValidator();
}
