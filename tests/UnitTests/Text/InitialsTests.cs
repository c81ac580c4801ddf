using CleanIssuing.WebUi.Pages.Shared;

namespace CleanIssuing.UnitTests.Text;

public class InitialsTests
{
    [Theory]
    [InlineData("Jenny Rosen", "JR")]
    [InlineData("  ada   maria park ", "AP")]
    [InlineData("Cher", "C")]
    [InlineData("Élodie Ångström", "ÉÅ")]
    [InlineData("", "")]
    public void Initials_are_of_the_first_and_the_last_word(string name, string initials) =>
        NavigationLinks.InitialsOf(name).ShouldBe(initials);
}
