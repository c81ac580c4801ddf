using CleanIssuing.Infrastructure.Identity;
using Microsoft.Extensions.Options;

namespace CleanIssuing.UnitTests.People;

public class PasswordStrengthValidatorTests
{
    [Theory]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("passwordpassword")]
    [InlineData("cleanissuing")]
    [InlineData("CleanIssuing2026")]
    [InlineData("sandbox-demo-pass")]
    [InlineData("qwertyuiop123")]
    [InlineData("jenny.rosen1")]
    public async Task What_is_guessed_early_is_refused(string password) => (await IsTakenAsync(password)).ShouldBeFalse();

    [Theory]
    [InlineData("kettle orbit mango ravine")]
    [InlineData("ALL CAPITALS BUT LONG AND ODD")]
    [InlineData("zpqmvkxhtwrj")]
    public async Task What_it_is_made_of_does_not_matter(string password) => (await IsTakenAsync(password)).ShouldBeTrue();

    [Fact]
    public async Task The_demo_may_keep_its_public_password() =>
        (await IsTakenAsync("sandbox-demo-pass", exempt: "sandbox-demo-pass")).ShouldBeTrue();

    private static async Task<bool> IsTakenAsync(string password, string? exempt = null)
    {
        var validator = new PasswordStrengthValidator(Options.Create(new PasswordStrengthOptions { Exempt = exempt }));
        var user = new AppUser { Email = "jenny.rosen@example.com", DisplayName = "Jenny Rosen" };
        return (await validator.ValidateAsync(null!, user, password)).Succeeded;
    }
}
