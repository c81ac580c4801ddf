using CleanIssuing.Domain.Audit;

namespace CleanIssuing.WebUi.Pages.Audit;

/// <summary>What the log tells in one line: an entry, or several that say the same within an hour.</summary>
/// <param name="Entries">The latest first.</param>
/// <param name="Actor">What whoever did it is called.</param>
/// <param name="Target">What it was done to, as people call it.</param>
/// <param name="Address">Where that is shown; none where it has no page.</param>
public sealed record AuditLine(IReadOnlyList<AuditEntry> Entries, string Actor, string Target, string? Address)
{
    public AuditEntry Latest => Entries[0];

    /// <summary>Puts entries that repeat one another into one line.</summary>
    public static IEnumerable<IReadOnlyList<AuditEntry>> Fold(IReadOnlyList<AuditEntry> entries)
    {
        var group = new List<AuditEntry>();
        foreach (var entry in entries)
        {
            if (group.Count > 0 && !Repeats(group[0], entry))
            {
                yield return group;
                group = [];
            }

            group.Add(entry);
        }

        if (group.Count > 0)
            yield return group;
    }

    private static bool Repeats(AuditEntry latest, AuditEntry earlier) =>
        (latest.ActorId, latest.ActorName, latest.Action, latest.Subject, latest.Outcome, latest.Reason, latest.Details)
            == (earlier.ActorId, earlier.ActorName, earlier.Action, earlier.Subject, earlier.Outcome, earlier.Reason, earlier.Details)
        && latest.At - earlier.At < TimeSpan.FromHours(1);
}
