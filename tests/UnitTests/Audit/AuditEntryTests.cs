using CleanIssuing.Domain.Audit;
using CleanIssuing.Domain.SharedKernel;
using CleanIssuing.UnitTests.Common;

namespace CleanIssuing.UnitTests.Audit;

public class AuditEntryTests
{
    private readonly AuditEntry _entry = new() { At = TestData.Now, Action = "card_details.reveal", Subject = "ic_1" };

    [Fact]
    public void An_entry_is_started_until_it_ends() => _entry.Outcome.ShouldBe(AuditOutcome.Started);

    [Fact]
    public void An_entry_ends_once()
    {
        _entry.End(new AuditResult(AuditOutcome.Succeeded));

        Should.Throw<InvalidOperationException>(() => _entry.End(new AuditResult(AuditOutcome.Failed)));
        _entry.Outcome.ShouldBe(AuditOutcome.Succeeded);
    }

    [Fact]
    public void Started_is_not_an_outcome() =>
        Should.Throw<InvalidOperationException>(() => _entry.End(new AuditResult(AuditOutcome.Started)));
}
