using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.Cards;
using FluentValidation.Results;

namespace CleanIssuing.WebUi.Text;

/// <summary>Puts refusals and what is wrong with a field into words.</summary>
public sealed class RefusalText(Words words)
{
    /// <summary>Why something did not happen, and what to do.</summary>
    public string Of(ExpectedException refusal) => refusal is PartlyDoneException partly
        ? Of(partly.Reason, partly.Arguments) + " " + Of(partly.Failure)
        : Of(refusal.Reason, refusal.Arguments);

    public string Of(RefusalReason reason, params IReadOnlyList<object> arguments)
    {
        var code = "refused." + reason.ToCode();
        object[] filled = [.. arguments.Select(Argument)];
        // Some reasons read differently with what was tried.
        return arguments is [CardAction action, ..] && words.Find($"{code}.{action.ToCode()}", filled) is { } special
            ? special
            : reason == RefusalReason.PasswordRefused
                // What Identity has against it, each with words of ours.
                ? string.Join(' ', arguments.Select(a => words.Find($"{code}.{a}") ?? words[code]).Distinct(StringComparer.Ordinal))
                : words[code, filled];
    }

    public string Of(ValidationFailure failure)
    {
        var arguments = failure.CustomState as object[] ?? [];
        // FluentValidation's own rules have codes and placeholders of its own.
        if (failure.FormattedMessagePlaceholderValues is { } placeholders && placeholders.TryGetValue("MaxLength", out var length)
            && failure.ErrorCode == "MaximumLengthValidator")
            arguments = [length];
        return words["invalid." + failure.ErrorCode, [.. arguments.Select(Argument)]];
    }

    private object Argument(object argument) => argument switch
    {
        EntityKind kind => words["entity." + kind.ToCode()],
        CardAction action => words["card_action." + action.ToCode()],
        CardStatus status => words["card_status." + status.ToCode()],
        _ => argument,
    };
}
