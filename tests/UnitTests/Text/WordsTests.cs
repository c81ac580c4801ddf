using System.Text.RegularExpressions;
using System.Xml.Linq;
using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common.Errors;
using CleanIssuing.Application.Common.Validation;
using CleanIssuing.Application.SpendControls;
using CleanIssuing.Domain.Cards;
using CleanIssuing.Domain.People;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.UnitTests.Architecture;
using CleanIssuing.UnitTests.Common;

namespace CleanIssuing.UnitTests.Text;

/// <summary>Every code that Domain and Application give has words in the resources.</summary>
public partial class WordsTests
{
    [Fact]
    public void Every_refusal_has_words() =>
        Missing("refused.", Enum.GetValues<RefusalReason>().Select(r => r.ToCode()))
            .ShouldBeEmpty();

    [Fact]
    public void Every_invalid_field_has_words() =>
        Missing("invalid.", Enum.GetValues<InvalidReason>().Select(r => r.ToCode())).ShouldBeEmpty();

    [Fact]
    public void Every_entity_status_role_action_interval_and_template_has_words()
    {
        Missing("entity.", Enum.GetValues<EntityKind>().Select(e => e.ToCode())).ShouldBeEmpty();
        Missing("card_status.", Enum.GetValues<CardStatus>().Select(e => e.ToCode())).ShouldBeEmpty();
        Missing("card_action.", Enum.GetValues<CardAction>().Select(e => e.ToCode())).ShouldBeEmpty();
        Missing("card_type.", Enum.GetValues<CardType>().Select(e => e.ToCode())).ShouldBeEmpty();
        Missing("shipping_status.", Enum.GetValues<ShippingStatus>().Select(e => e.ToCode())).ShouldBeEmpty();
        Missing("card.was_canceled.", Enum.GetValues<CancellationReason>().Select(e => e.ToCode())).ShouldBeEmpty();
        Missing("cardholder_status.", Enum.GetValues<CardholderStatus>().Select(e => e.ToCode())).ShouldBeEmpty();
        Missing("audit_outcome.", Enum.GetValues<AuditOutcome>().Select(e => e.ToCode())).ShouldBeEmpty();
        Missing("role.", Enum.GetValues<Role>().Select(e => e.ToCode())).ShouldBeEmpty();
        Missing("interval.per.", LimitIntervals.Names).ShouldBeEmpty();
        Missing("interval.adjective.", Enum.GetValues<LimitInterval>().Select(e => e.ToCode())).ShouldBeEmpty();
        Missing("replacement_reason.", Enum.GetValues<ReplacementReason>().Select(e => e.ToCode())).ShouldBeEmpty();
        Missing("replacement_reason.hint.", Enum.GetValues<ReplacementReason>().Select(e => e.ToCode())).ShouldBeEmpty();
        Missing("permission.", Enum.GetValues<StripePermission>().Select(e => e.ToCode())).ShouldBeEmpty();
        Missing("setup_state.", Enum.GetValues<SetupState>().Select(e => e.ToCode())).ShouldBeEmpty();
        Missing("setup.", Enum.GetValues<SetupPoint>().Select(e => e.ToCode())).ShouldBeEmpty();
        // A portal needs no connected accounts.
        Missing("setup.", Enum.GetValues<SetupPoint>().Except([SetupPoint.ConnectedAccounts]).Select(e => e.ToCode() + ".missing"))
            .ShouldBeEmpty();
        Missing("bulk_outcome.", Enum.GetValues<BulkOutcome>().Select(e => e.ToCode())).ShouldBeEmpty();
        Missing("category_group.", Enum.GetValues<MerchantCategoryGroup>().Select(e => e.ToCode())).ShouldBeEmpty();
        Missing("template.", BuiltInTemplate.All.Select(t => t.Code)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_detail_that_is_stored_has_words() => Missing("", Details().Where(code => !code.EndsWith('.'))).ShouldBeEmpty();

    [Fact]
    public void Every_reason_of_a_decline_and_every_difference_has_words()
    {
        string[] whose = ["card", "cardholder"];
        Missing("", whose.SelectMany(w => new[]
        {
            $"why.above.{w}", $"why.limit.{w}", $"why.presence.{w}", $"why.category.blocked.{w}", $"why.category.not_allowed.{w}",
            $"why.country.blocked.{w}", $"why.country.not_allowed.{w}",
        }).Append("why.above.stripe")).ShouldBeEmpty();
        Missing("controls.diff.", [
            "added", "removed", "changed", "blocked", "unblocked", "only", "no_longer_only", "also_allowed", "no_longer_allowed",
        ]).ShouldBeEmpty();
        Missing("interval.then.", Enum.GetValues<LimitInterval>().Except([LimitInterval.PerAuthorization]).Select(i => i.ToCode()))
            .ShouldBeEmpty();
        Missing("interval.present.", Enum.GetValues<LimitInterval>().Except([LimitInterval.PerAuthorization]).Select(i => i.ToCode()))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_code_that_the_user_interface_names_has_words() => Missing("", Named()).ShouldBeEmpty();

    [Fact]
    public void Every_sentence_stands_in_one_place()
    {
        var resources = XDocument.Load(Path.Combine(Codebase.Root, "src/WebUi/Resources/Messages.resx")).Descendants("data")
            .Select(data => data.Element("value")!.Value);
        var scripts = Directory.GetFiles(Path.Combine(Codebase.Root, "src/WebUi/wwwroot/js"), "*.js", SearchOption.AllDirectories)
            .SelectMany(file => ScriptText().Matches(File.ReadAllText(file)).Select(match => match.Groups["text"].Value));

        resources.Concat(scripts).Where(words => words.EndsWith('.'))
            .GroupBy(words => words, StringComparer.Ordinal).Where(same => same.Skip(1).Any()).Select(same => same.Key)
            .ShouldBeEmpty();
    }

    [GeneratedRegex(@"(?<quote>['`])(?<text>[A-Z](?:(?!\k<quote>)[^\\\n]|\\.)*\.)\k<quote>", RegexOptions.None, 1000)]
    private static partial Regex ScriptText();

    [Fact]
    public void A_code_that_names_another_has_its_words() =>
        TestWords.Words["refused.password_refused.InvalidEmail"].ShouldBe(TestWords.Words["invalid.EmailValidator"]);

    [Fact]
    public void A_name_that_begins_with_an_equals_sign_is_only_a_name() =>
        TestWords.Words["refused.cardholder_not_active", "={0"].ShouldStartWith("={0");

    [Fact]
    public void A_code_without_words_is_found()
    {
        Missing("refused.", ["no_such_reason"]).ShouldHaveSingleItem();
        Named().Count().ShouldBeGreaterThan(20);
        Details().Count().ShouldBeGreaterThan(5);
    }

    private static IEnumerable<string> Missing(string prefix, IEnumerable<string> codes) =>
        codes.Where(code => TestWords.Words.Find(prefix + code, 1, 2, 3, 4, 5) is null).Select(code => prefix + code);

    private static IEnumerable<string> Named() => Found("WebUi", Code());

    // Spend controls are put into words by SpendingControlsFormatter, part by part.
    private static IEnumerable<string> Details() =>
        Found("Application", DetailCode()).Where(code => !code.StartsWith("controls.limit_", StringComparison.Ordinal));

    private static IEnumerable<string> Found(string project, Regex pattern) => Directory
        .EnumerateFiles(Path.Combine(Codebase.Root, "src", project), "*.cs*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml"
            && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .SelectMany(file => pattern.Matches(File.ReadAllText(file)).Select(m => m.Groups["code"].Value.TrimStart('"')));

    [GeneratedRegex(@"new Detail\(""(?<code>[a-z_.]+)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DetailCode();

    // In an indexer, in a choice of two, or handed on to be put into words.
    [GeneratedRegex(
        @"([wW]ords\[[^\]""]*|"" : )""(?<code>[a-z_]+\.[a-z_.]*[a-z_])""|(?<code>""done\.[a-z_.]+)""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
