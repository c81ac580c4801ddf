using CleanIssuing.WebUi.Text;

namespace CleanIssuing.UnitTests.Text;

public class QrCodeTests
{
    [Fact]
    public void A_code_begins_with_a_finder_pattern_inside_its_quiet_border()
    {
        var code = QrCode.Of("otpauth://totp/CleanIssuing:jenny@demo.test?secret=MZXW6YTBOI&issuer=CleanIssuing");

        // Version 5 and above have 37 modules and more, and a border of four on each side.
        code.Size.ShouldBeGreaterThanOrEqualTo(37);
        code.Path.ShouldStartWith("M4 4h7v1h-7z");
    }
}
