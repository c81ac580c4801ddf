using FluentValidation;

namespace CleanIssuing.Application.People;

/// <summary>What the browser’s authenticator says to a question.</summary>
/// <param name="Ceremony">The question: its <see cref="PasskeyCeremony.Id"/>.</param>
/// <param name="Credential">The browser’s answer, as JSON.</param>
public sealed record PasskeyAnswer(string Ceremony, string Credential)
{
    /// <summary>The name alone.</summary>
    public override string ToString() => nameof(PasskeyAnswer);
}

internal sealed class PasskeyAnswerValidator : AbstractValidator<PasskeyAnswer>
{
    public PasskeyAnswerValidator()
    {
        RuleFor(a => a.Ceremony).NotEmpty().MaximumLength(100);
        RuleFor(a => a.Credential).NotEmpty().MaximumLength(8_000);
    }
}
