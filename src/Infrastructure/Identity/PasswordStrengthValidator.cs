using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CleanIssuing.Infrastructure.Identity;

/// <summary>
/// Refuses passwords that are guessed early: common ones, names, patterns, and the words of this portal. What a password is made of is
/// the person's own choice.
/// </summary>
internal sealed class PasswordStrengthValidator(IOptions<PasswordStrengthOptions> options) : IPasswordValidator<AppUser>
{
    public const string TooCommon = "PasswordTooCommon";

    // Of 0 to 4: 3 stands for months of guessing, even where the hash was stolen.
    private const int LowestScore = 3;

    private static readonly string[] ProductWords =
        ["cleanissuing", "clean", "issuing", "stripe", "cards", "cardholder", "sandbox", "demo", "sandbox-demo-pass"];

    public Task<IdentityResult> ValidateAsync(UserManager<AppUser> manager, AppUser user, string? password)
    {
        if (password is not null && password == options.Value.Exempt)
            return Task.FromResult(IdentityResult.Success);
        string[] own = [.. ProductWords, user.Email ?? "", user.Email?.Split('@')[0] ?? "", user.DisplayName];
        var strength = Zxcvbn.Zxcvbn.MatchPassword(password ?? "", own.Where(w => w.Length > 0));
        return Task.FromResult(strength.Score >= LowestScore
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = TooCommon }));
    }
}
