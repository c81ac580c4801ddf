using CleanIssuing.Application.Common;
using FluentValidation;

namespace CleanIssuing.UnitTests.Common;

public class RankedPageTests
{
    private static readonly int[] Seven = [7, 6, 5, 4, 3, 2, 1];

    [Theory]
    [InlineData(null, null, new[] { 7, 6, 5 }, false, true)]
    [InlineData(5, null, new[] { 4, 3, 2 }, true, true)]
    [InlineData(2, null, new[] { 1 }, true, false)]
    [InlineData(1, null, new int[0], true, false)]
    [InlineData(null, 4, new[] { 7, 6, 5 }, false, true)]
    [InlineData(null, 6, new[] { 7, 6, 5 }, false, true)]
    [InlineData(null, 1, new[] { 4, 3, 2 }, true, true)]
    public void A_page_follows_its_cursor(int? after, int? before, int[] items, bool hasPrevious, bool hasNext)
    {
        var page = RankedPage.Of(Seven, n => n, after, before, 3);

        page.Items.ShouldBe(items);
        (page.HasPrevious, page.HasNext).ShouldBe((hasPrevious, hasNext));
    }

    [Fact]
    public void A_cursor_that_is_not_in_the_list_is_refused()
    {
        Should.Throw<ValidationException>(() => RankedPage.Of(Seven, n => n, 9, null, 3));
        Should.Throw<ValidationException>(() => RankedPage.Of([], (int n) => n, null, 9, 3));
        RankedPage.Of([], (int n) => n, null, null, 3).HasNext.ShouldBeFalse();
    }
}
