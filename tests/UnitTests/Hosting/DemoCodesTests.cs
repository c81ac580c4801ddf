using CleanIssuing.Application.Accounts;
using CleanIssuing.WebUi.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace CleanIssuing.UnitTests.Hosting;

public class DemoCodesTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void In_the_sandbox_a_person_is_shown_a_code_and_nobody_elses_is_taken()
    {
        var codes = new DemoCodes(new PortalInfo(PortalMode.Sandbox), _time);

        codes.IsRight("jenny", codes.CodeOf("jenny")).ShouldBeTrue();
        codes.IsRight("omar", codes.CodeOf("jenny")).ShouldBeFalse();
    }

    [Theory]
    [InlineData(PortalMode.Test)]
    [InlineData(PortalMode.Live)]
    public void With_Stripes_keys_there_are_none(PortalMode mode)
    {
        var code = new DemoCodes(new PortalInfo(PortalMode.Sandbox), _time).CodeOf("jenny");
        var codes = new DemoCodes(new PortalInfo(mode), _time);

        codes.IsOn.ShouldBeFalse();
        codes.IsRight("jenny", code).ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => codes.CodeOf("jenny"));
    }
}
