using System.Text;
using CleanIssuing.Application.Common;
using CleanIssuing.UnitTests.Common;

namespace CleanIssuing.UnitTests.Text;

public class DetailTextTests
{
    [Fact]
    public void A_notice_of_many_changes_stays_short()
    {
        var few = TestWords.Details.Notice("done.saved", [new Detail("card.issued", "virtual", "ic_1", "4242")]);
        var many = TestWords.Details.Notice(
            "done.saved", [.. Enumerable.Range(0, 100).Select(i => new Detail("card.issued", "virtual", "ic_" + i, "4242"))]);

        few.ShouldContain("4242");
        many.ShouldContain("100");
        Encoding.UTF8.GetByteCount(many).ShouldBeLessThan(400);
    }
}
