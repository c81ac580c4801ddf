using FluentValidation;
using FluentValidation.Results;

namespace CleanIssuing.Application.Common.Validation;

/// <summary>Rules say what is wrong by a reason with arguments, never in a sentence.</summary>
public static class ValidationRules
{
    internal static IRuleBuilderOptions<T, TProperty> WithReason<T, TProperty>(
        this IRuleBuilderOptions<T, TProperty> rule, InvalidReason reason, Func<T, TProperty, object[]>? arguments = null) =>
        rule.WithErrorCode(reason.ToCode()).WithMessage(reason.ToCode())
            .WithState((request, value) => arguments?.Invoke(request, value) ?? []);

    /// <summary>An error that no rule can see, because it takes data to find it.</summary>
    public static ValidationException For(this InvalidReason reason, string property, params object[] arguments) =>
        new([reason.FailureFor(property, arguments)]);

    public static ValidationFailure FailureFor(this InvalidReason reason, string property, params object[] arguments) =>
        new(property, reason.ToCode()) { ErrorCode = reason.ToCode(), CustomState = arguments };
}
