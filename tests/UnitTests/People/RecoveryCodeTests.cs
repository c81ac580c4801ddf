using CleanIssuing.Domain.People;

namespace CleanIssuing.UnitTests.People;

public class RecoveryCodeTests
{
    [Fact]
    public void A_code_is_four_groups_of_six_without_what_is_mistaken_for_something_else()
    {
        var codes = Enumerable.Range(0, 200).Select(_ => RecoveryCode.Create()).ToList();

        codes.ShouldAllBe(code => code.Split('-').Length == 4 && code.Length == 27 && !code.Any(c => "01ilo".Contains(c)));
        codes.Distinct().Count().ShouldBe(200);
    }

    [Theory]
    [InlineData("ABCDE-23456")]
    [InlineData("abcde23456")]
    [InlineData(" abcde - 23456 ")]
    public void How_it_is_written_does_not_matter(string typed) => RecoveryCode.Hash(typed).ShouldBe(RecoveryCode.Hash("abcde-23456"));

    [Fact]
    public void Another_code_is_another() => RecoveryCode.Hash("abcde-23457").ShouldNotBe(RecoveryCode.Hash("abcde-23456"));
}
