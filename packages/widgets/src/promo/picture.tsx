/** A promo's picture in a box that has its room from the start; where it does not load, the box stays as an ornament. */
export function picture(image: string | undefined) {
  return (
    image && (
      <div part="media">
        <img
          key={image}
          part="image"
          src={image}
          alt=""
          loading="lazy"
          onError={event => {
            event.currentTarget.hidden = true
          }}
        />
      </div>
    )
  )
}
