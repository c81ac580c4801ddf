using CleanIssuing.Domain.Audit;

namespace CleanIssuing.WebUi.Text;

/// <summary>Puts entries of the audit log into sentences: <c>Jenny Rosen</c> <c>froze</c> <c>Client travel •••• 6225</c>.</summary>
public sealed class AuditSentences(Words words)
{
    private const string Target = "{0}";

    /// <returns>What stands between the actor and the target, and what comes after the target.</returns>
    public (string Before, string After) Of(AuditEntry entry)
    {
        var sentence = words.Find("audit_says." + entry.Action, Target) is { } known
            ? entry.Outcome == AuditOutcome.Succeeded ? known : words["audit_says.tried", words["audit_tries." + entry.Action, Target]]
            : words[entry.Outcome == AuditOutcome.Succeeded ? "audit_says" : "audit_tries", entry.Action, Target];
        var at = sentence.IndexOf(Target, StringComparison.Ordinal);
        return at < 0 ? (sentence, "") : (sentence[..at].TrimEnd(), sentence[(at + Target.Length)..]);
    }
}
